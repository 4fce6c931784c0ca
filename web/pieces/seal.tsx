/** The product's seal: 兰 cut in straight strokes on vermilion. */
export function Seal({ size = 28 }: { size?: number }) {
  return <img className="seal" src="/seal.svg" width={size} height={size} alt="" />
}
