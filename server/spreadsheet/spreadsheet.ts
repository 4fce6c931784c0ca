import { unzipSync } from 'fflate'
import { parseCsv, stripBom, writeCsvStream } from 'hucre/csv'
import { type Cell, readXlsx, writeXlsx } from 'hucre/xlsx'
