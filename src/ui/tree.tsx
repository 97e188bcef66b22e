import type { ComponentChildren } from 'preact'
import { More } from './more.tsx'
import { Phrase } from './phrase.tsx'

export interface TreeNode {
  id: string
  title: string
  /** What kind of node this is, in a word. */
  kind?: string
  tone?: 'main' | 'accent' | 'sun'
  /** Where it comes from, in a few words. */
  origin?: ComponentChildren
  /** The phrase of somebody's own words that led here. */
  source?: string
  detail?: ComponentChildren
  /** Tags, radio buttons, a small form. */
  controls?: ComponentChildren
  /** Short lines of the node itself, behind a line that opens. */
  folded?: { title: string; open?: boolean; nodes: readonly TreeNode[] }
  children?: readonly TreeNode[]
}

/** Nodes under nodes, each with the words it comes from. Nested lists: read out in order, with their depth. */
export function Tree({ nodes, label }: { nodes: readonly TreeNode[]; label: string }) {
  return (
    <section class="tree" aria-label={label}>
      <Branch nodes={nodes} />
    </section>
  )
}

function Branch({ nodes }: { nodes: readonly TreeNode[] }) {
  return (
    <ul class="tree-branch">
      {nodes.map((node) => (
        <li class="tree-node" key={node.id} id={`node-${node.id}`}>
          <div class="tree-leaf" data-tone={node.tone}>
            <Leaf {...node} />
            {node.folded && node.folded.nodes.length > 0 && (
              <More title={node.folded.title} open={node.folded.open}>
                <ul class="tree-lines">
                  {node.folded.nodes.map((line) => (
                    <li key={line.id} id={`node-${line.id}`}>
                      <Leaf {...line} />
                    </li>
                  ))}
                </ul>
              </More>
            )}
          </div>
          {node.children && node.children.length > 0 && <Branch nodes={node.children} />}
        </li>
      ))}
    </ul>
  )
}

function Leaf({ kind, origin, title, source, detail, controls }: TreeNode) {
  return (
    <>
      {(kind || origin) && (
        <p class="tree-kind">
          {kind}
          {origin && <span class="tree-origin">{origin}</span>}
        </p>
      )}
      <p class="tree-title">
        <Phrase>{title}</Phrase>
      </p>
      {source && (
        <p class="tree-source">
          もとの言葉<q>{source}</q>
        </p>
      )}
      {detail && <div class="tree-detail">{detail}</div>}
      {controls && <div class="tree-controls">{controls}</div>}
    </>
  )
}
