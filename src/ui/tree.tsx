import type { ComponentChildren } from 'preact'
import { Phrase } from './phrase.tsx'

export interface TreeNode {
  id: string
  title: string
  /** What kind of node this is, in a word. */
  kind?: string
  tone?: 'main' | 'accent' | 'sun'
  /** The phrase of somebody's own words that led here. */
  source?: string
  detail?: ComponentChildren
  /** Tags, radio buttons, a small form. */
  controls?: ComponentChildren
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
            {node.kind && <p class="tree-kind">{node.kind}</p>}
            <p class="tree-title">
              <Phrase>{node.title}</Phrase>
            </p>
            {node.source && (
              <p class="tree-source">
                もとの言葉<q>{node.source}</q>
              </p>
            )}
            {node.detail && <div class="tree-detail">{node.detail}</div>}
            {node.controls && <div class="tree-controls">{node.controls}</div>}
          </div>
          {node.children && node.children.length > 0 && <Branch nodes={node.children} />}
        </li>
      ))}
    </ul>
  )
}
