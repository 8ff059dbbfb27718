import type { HttpResponseInit } from "@azure/functions";
import { refused } from "../../domain/result.ts";
import type { PostedFile } from "../../services/letters/letter-for-post.ts";
import { paperForms } from "../../services/ports/paper.ts";
import { attachmentHeaders } from "./attachment-response.ts";
import type { Endpoint } from "./endpoint.ts";
import { signedIn, type HttpParts } from "./signed-in.ts";

/** A letter of a case as a Word or PDF file, to print and post. */
export function letterEndpoint(parts: HttpParts): Endpoint {
  return {
    name: "letter-for-post",
    method: "GET",
    route: "api/cases/{caseId}/letters/{text}/as/{form}",
    handler: signedIn(parts, async (person, { params }) => {
      const { caseId = "", text = "" } = params;
      const form = paperForms.find((one) => one === params.form);
      if (form === undefined) return refused(noSuchForm);
      const file = await parts.desk.letterForPost(person, { caseId, text, form });
      return file.ok ? fileResponse(file.value) : file;
    }),
  };
}

const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
} as const;

function fileResponse({ name, form, content }: PostedFile): HttpResponseInit {
  return { status: 200, body: content, headers: attachmentHeaders(name, types[form]) };
}

const noSuchForm = {
  kind: "not-found",
  message: "A letter can be had as docx or as pdf.",
} as const;
