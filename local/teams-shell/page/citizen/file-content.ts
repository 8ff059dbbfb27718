import type { SendMailRequest } from "../../api.ts";

type Attachment = NonNullable<SendMailRequest["attachments"]>[number];

/** Reads a chosen file into what the shell's API takes as an attachment. */
export async function contentOf(file: File): Promise<Attachment> {
  const dataUrl = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => typeof reader.result === "string" && resolve(reader.result);
    reader.onerror = () => reject(new Error(`${file.name} could not be read.`));
    reader.readAsDataURL(file);
  });
  return {
    name: file.name,
    type: file.type || "application/octet-stream",
    contentBase64: dataUrl.slice(dataUrl.indexOf(",") + 1),
  };
}
