/** What people send each other, told by its bytes. */
export const KINDS = ['jpg', 'png', 'webp', 'heic', 'pdf', 'docx', 'xlsx'] as const
export type Kind = (typeof KINDS)[number]

/** Names in a folder of an archive, and what stands in their text, that no letter needs: each can start a program. */
export const PROGRAM_ENDS = /\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|vbs?|js|jse|wsf|hta|lnk|jar|class|sh|app|apk|dex)$/i
