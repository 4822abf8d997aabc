import latinExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { chartSvg } from './chart-svg.tsx';

type Chart = Omit<Parameters<typeof chartSvg>[0], 'fontFaces'>;

/** So many pixels of a PNG for one of the drawing: sharp on paper. */
const DENSITY = 2;

/** The chart as an SVG with its letters in it. */
export async function svgFile(chart: Chart): Promise<Blob> {
  return new Blob([await withLetters(chart)], { type: 'image/svg+xml' });
}

/** The chart as a PNG, from the same SVG. */
export async function pngFile(chart: Chart): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${base64(new TextEncoder().encode(await withLetters(chart)))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: image.naturalWidth * DENSITY,
    height: image.naturalHeight * DENSITY,
  });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) =>
      blob === null ? reject(new Error('the image could not be made')) : resolve(blob),
    ),
  );
}

async function withLetters(chart: Chart): Promise<string> {
  const plain = chartSvg(chart);
  const faces = [await fontFace(latin)];
  // Letters beyond Latin-1 are in a file of their own, which most charts do not need.
  if (/[\u0100-\u024F\u1E00-\u1EFF]/u.test(plain))
    faces.push(await fontFace(latinExtended, 'U+0100-024F, U+1E00-1EFF'));
  return chartSvg({ ...chart, fontFaces: faces.join('') });
}

async function fontFace(url: string, range?: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const unicodes = range === undefined ? '' : `unicode-range:${range};`;
  return `@font-face{font-family:'Inter Variable';font-weight:100 900;${unicodes}src:url(data:font/woff2;base64,${base64(bytes)}) format('woff2')}`;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCodePoint(byte);
  return btoa(text);
}
