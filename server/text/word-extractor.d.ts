declare module 'word-extractor' {
  /** Text of a Word file, part by part. */
  interface WordDocument {
    getBody(): string
    getFootnotes(): string
    getEndnotes(): string
    getTextboxes(): string
  }
  /** Reader of Word files from 97 to 2003. */
  class WordExtractor {
    extract(source: string | Buffer): Promise<WordDocument>
  }
  export = WordExtractor
}
