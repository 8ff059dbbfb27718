import { Fragment } from "react";
import { readLetter, type Block, type Run } from "#api/domain/letters/letter-document.ts";

/** A letter's headings, paragraphs and lists. */
export function LetterBlocks({ text }: { readonly text: string }) {
  return <Blocks blocks={readLetter(text)} />;
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, index) => <OneBlock key={index} block={block} />);
}

function OneBlock({ block }: { readonly block: Block }) {
  if (block.kind === "paragraph") return <p>{block.runs.map(run)}</p>;
  if (block.kind === "heading") return <h3>{block.runs.map(run)}</h3>;
  const items = block.items.map((item, index) => (
    <li key={index}>
      <Blocks blocks={item} />
    </li>
  ));
  return block.ordered ? <ol start={block.start ?? 1}>{items}</ol> : <ul>{items}</ul>;
}

function run({ text, strong, emphasis, href }: Run, index: number) {
  let words = <Lines text={text} />;
  if (emphasis) words = <em>{words}</em>;
  if (strong) words = <strong>{words}</strong>;
  if (href !== undefined) {
    words = (
      <a href={href} target="_blank" rel="noopener noreferrer" title={href}>
        {words}
      </a>
    );
  }
  return <Fragment key={index}>{words}</Fragment>;
}

function Lines({ text }: { readonly text: string }) {
  return text.split("\n").map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
}
