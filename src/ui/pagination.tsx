import { Icon } from './icon.tsx'

export interface PaginationProps {
  /** From 1. */
  page: number
  pages: number
  href: (page: number) => string
  /** Different for each list of one page. */
  label?: string
}

export function Pagination({ page, pages, href, label = 'ページを移る' }: PaginationProps) {
  if (pages <= 1) return null
  return (
    <nav class="pagination" aria-label={label}>
      {page > 1 ? (
        <a class="button" data-kind="quiet" rel="prev" href={href(page - 1)}>
          <Icon name="back" />
          前のページ
        </a>
      ) : (
        <span />
      )}
      <p class="pagination-here">
        {page}／{pages}ページ
      </p>
      {page < pages ? (
        <a class="button" data-kind="quiet" rel="next" href={href(page + 1)}>
          次のページ
          <Icon name="next" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
