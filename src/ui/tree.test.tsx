import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { Tree } from './tree.tsx'

it('nests lists as deep as the nodes, each with the words it comes from', () => {
  const html = renderToString(
    <Tree
      label="整理"
      nodes={[
        { id: 'a', title: '原価', source: 'いくらか分からない', children: [{ id: 'b', title: '時間', children: [] }] },
        { id: 'c', title: '値段' },
      ]}
    />,
  )
  expect(html.match(/<ul/g)).toHaveLength(2)
  expect(html.match(/<li/g)).toHaveLength(3)
  expect(html).toContain('<q>いくらか分からない</q>')
  expect(html.indexOf('id="node-b"')).toBeLessThan(html.indexOf('id="node-c"'))
})
