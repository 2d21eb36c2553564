// Bytes as they are stored and sent: gzip, which a page holds as base64.
export const bytesOf = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

export const gunzip = (bytes) =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
