import { fileEndings, fileLimits } from "#api/contract/enclosed-files.ts";

/** What speaks against these files; undefined when they can be sent. The service looks again. */
export function problemOfFiles(files: readonly File[]): string | undefined {
  if (files.length > fileLimits.count) return `Attach no more than ${fileLimits.count} files.`;
  const odd = files.find(
    ({ name }) => !fileEndings.some((ending) => name.toLowerCase().endsWith(`.${ending}`)),
  );
  if (odd !== undefined) return `${odd.name} is not a picture, a document or a recording.`;
  if (files.some(({ size }) => size === 0)) return "One of the files is empty. Attach it again.";
  const large = files.find(({ size }) => size > fileLimits.bytes);
  if (large !== undefined) return `${large.name} is larger than 10 MB. Scan it again, smaller.`;
  const all = files.reduce((sum, { size }) => sum + size, 0);
  return all > fileLimits.allBytes
    ? "Together they are larger than 25 MB. Attach fewer."
    : undefined;
}

/** Files as they travel in a request. */
export function enclosed(files: readonly File[]): Promise<{ name: string; content: string }[]> {
  return Promise.all(
    files.map(async (file) => ({ name: file.name, content: await base64Of(file) })),
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = typeof reader.result === "string" ? reader.result : "";
      resolve(address.slice(address.indexOf(",") + 1));
    };
    reader.onerror = () =>
      reject(new Error(`${file.name} cannot be read.`, { cause: reader.error }));
    reader.readAsDataURL(file);
  });
}
