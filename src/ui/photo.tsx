/** A picture that somebody sent, as wide as the column at most. */
export function Photo({ src, alt }: { src: string; alt: string }) {
  return (
    <a class="photo" href={src}>
      <img src={src} alt={alt} loading="lazy" />
    </a>
  )
}
