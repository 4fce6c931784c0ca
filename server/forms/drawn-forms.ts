import type { FormCode } from '../../domain/forms/forms.ts'
import { boxLabel, boxRemarks, boxSpine, itemLabel } from './box-forms.ts'
import type { DrawForm } from './draw.ts'
import { handoverItems, handoverVolumes } from './handover-forms.ts'
import { locationLabel } from './location-forms.ts'
import { personnelCatalogue } from './personnel-forms.ts'
import { qualityReport } from './quality-form.ts'
import { archiveStamp } from './stamp-form.ts'
import {
  fullCatalogue,
  volumeCatalogue,
  volumeContents,
  volumeCover,
  volumeRemarks,
  volumeSpine,
} from './volume-forms.ts'

/** How each form is drawn: one line for each of `domain/forms/forms.ts`. */
export const drawnForms: Readonly<Record<FormCode, DrawForm>> = {
  'volume-catalogue': volumeCatalogue,
  'full-catalogue': fullCatalogue,
  'volume-contents': volumeContents,
  'volume-remarks': volumeRemarks,
  'volume-cover': volumeCover,
  'volume-spine': volumeSpine,
  'box-spine': boxSpine,
  'box-label': boxLabel,
  'box-remarks': boxRemarks,
  'item-label': itemLabel,
  'archive-stamp': archiveStamp,
  'quality-report': qualityReport,
  'location-label': locationLabel,
  'handover-volumes': handoverVolumes,
  'handover-items': handoverItems,
  'personnel-catalogue': personnelCatalogue,
}
