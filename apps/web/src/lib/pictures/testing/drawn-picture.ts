/** A picture for a story, which no server has to give: a hill under an evening sun. */
export function drawnPicture({ width = 512, height = 512, sky = '#d9c9ae' } = {}): string {
  const sun = `<circle cx="${width * 0.62}" cy="${height * 0.4}" r="${height * 0.14}" fill="#d9642c"/>`;
  const hill = `<path d="M0 ${height * 0.75} ${width * 0.4} ${height * 0.55} ${width} ${height * 0.8}V${height}H0z" fill="#5a5348"/>`;
  const frame = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`;
  return `data:image/svg+xml,${encodeURIComponent(`<svg ${frame}><rect width="100%" height="100%" fill="${sky}"/>${sun}${hill}</svg>`)}`;
}
