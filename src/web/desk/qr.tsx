/** A one-time-code secret as a square to scan, drawn here: nothing is sent anywhere. */
import { create } from 'qrcode'
import { useMemo } from 'react'

export const Qr = ({ text, label }: { text: string; label: string }) => {
  const { size, path } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' })
    let drawn = ''
    for (let y = 0; y < modules.size; y += 1)
      for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x)) drawn += `M${x + 4} ${y + 4}h1v1h-1Z`
    return { size: modules.size + 8, path: drawn }
  }, [text])
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} width="184" height="184" role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={`M0 0h${size}v${size}H0Z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
