/** A text as somebody typed it: empty lines part paragraphs, lines that begin with ・ are a list. */
export function Prose({ text }: { text: string }) {
  return (
    <div class="prose">
      {blocksOf(text).map((block, at) =>
        block.list ? (
          <ul key={at}>
            {block.lines.map((line, n) => (
              <li key={n}>{line}</li>
            ))}
          </ul>
        ) : (
          <p key={at}>{block.lines.flatMap((line, n) => (n === 0 ? [line] : [<br key={n} />, line]))}</p>
        ),
      )}
    </div>
  )
}

const POINT = /^\s*[・●○*-]\s*/

type Block = { list: boolean; lines: string[] }

function blocksOf(text: string): Block[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) =>
    paragraph
      .split('\n')
      .filter((line) => line.trim() !== '')
      .reduce(withLine, [] as Block[]),
  )
}

/** Lines of one kind stand together. */
function withLine(blocks: Block[], line: string): Block[] {
  const list = POINT.test(line)
  const said = list ? line.replace(POINT, '') : line
  const last = blocks.at(-1)
  return last?.list === list
    ? [...blocks.slice(0, -1), { list, lines: [...last.lines, said] }]
    : [...blocks, { list, lines: [said] }]
}
