import { foldName } from '../text/fold.js';

/**
 * The words of a published page that are no part of its story, in the languages of our themes and a few more. Compared
 * folded and without the marks at the end. Where a language is missing, the words become paragraphs: seen, not lost.
 */
const share = `Share|Share this|Share this article|Share this story|Share on Facebook|Share on X|Share on Twitter|
Copy link|Copy|Link copied|Email|E-mail|Print|Tweet|Facebook|Twitter|X|WhatsApp|Telegram|LinkedIn|Bluesky|Threads|Reddit|
Pinterest|Pin it|Save|Bookmark|Teilen|Link kopieren|Drucken|Artikel teilen|Partager|Copier le lien|Imprimer|Compartir|Copiar enlace|
Imprimir|Condividi|Delen|Dela|مشاركة|شارك|نسخ الرابط|طباعة|البريد الإلكتروني`;
const comment = `Leave a comment|Leave a reply|Comments|Post comment|Post a comment|Submit comment|Add a comment|Write a comment|Cancel reply|
Join the conversation|Comment|Name|Email|Website|Your email address will not be published|
Your email address will not be published. Required fields are marked|Required fields are marked|
Save my name, email, and website in this browser for the next time I comment|Kommentar schreiben|Schreibe einen Kommentar|
Kommentar hinterlassen|Antworten|Laisser un commentaire|Laissez un commentaire|Deja un comentario|Dejar un comentario|Deja una respuesta|
اترك تعليقا|اترك تعليقاً|اترك ردا|اترك رداً`;
const commentHeading = `Leave a comment|Leave a reply|Comments|Post a comment|Add a comment|Write a comment|Join the conversation|
Kommentar schreiben|Schreibe einen Kommentar|Kommentar hinterlassen|Antwort schreiben|Laisser un commentaire|Laissez un commentaire|Laisser une réponse|
Deja un comentario|Dejar un comentario|Deja una respuesta|اترك تعليقا|اترك تعليقاً|اترك ردا|اترك رداً`;
const related = `Related Articles|Related Stories|Related|Related news|Related posts|Related content|Related coverage|Related topics|More on this story|
More on this topic|Read more|Read next|You may also like|You might also like|More from|More stories|Recommended|Recommended for you|See also|
Verwandte Artikel|Mehr zum Thema|Das könnte Sie auch interessieren|Weitere Artikel|Articles liés|Articles similaires|Sur le même sujet|À lire aussi|
Lire aussi|Artículos relacionados|Noticias relacionadas|Más sobre este tema|Te puede interesar|مقالات ذات صلة|اقرأ أيضا|اقرأ أيضاً|مواضيع ذات صلة`;

const set = (words: string): ReadonlySet<string> => new Set(words.split('|').map(bare));
const sets = { share: set(share), comment: set(comment), commentHeading: set(commentHeading), related: set(related) };

/** A line as it is compared: folded, without "*", ":" and full stop at the end, without a count "(3)". */
function bare(line: string): string {
  return foldName(line)
    .replace(/(?:\s*[*:.…>»]|\s*\(\d+\))+$/u, '')
    .replace(/^\s*[*#]\s*/u, '');
}

export const isShareLine = (line: string): boolean => sets.share.has(bare(line));
/** Any line of a comment form; `isCommentHeading` is a line that such a form starts with. */
export const isCommentLine = (line: string): boolean =>
  sets.comment.has(bare(line)) || /^\d+ comments?$/iu.test(line.trim());
export const isCommentHeading = (line: string): boolean => sets.commentHeading.has(bare(line));
export const isRelatedHeading = (line: string): boolean => sets.related.has(bare(line));

/** What is said about furniture that was left out. */
export const furnitureLosses = {
  share: 'Share words of the page were left out',
  commentForm: 'The comment form of the page was left out',
  navigation: 'Menus, header and footer of the page were left out',
  sidebar: 'Side matter of the page was left out',
} as const;

/** "By Anna Lindqvist", "Von …" → the name; "and", "und", "," between several. */
export function bylineNames(line: string): readonly string[] {
  return bylineText(line)
    .split(/\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\sو)\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A byline without its "By". */
export function bylineText(line: string): string {
  return line
    .trim()
    .replace(/^(?:by|von|par|por|da|door|بقلم|كتب)(?:\s*:\s*|\s+)/iu, '')
    .trim();
}

/** A share word that says so itself; the others ("Email", "X") are furniture only beside one of these or a share link. */
export const isLeadingShareLine = (line: string): boolean =>
  isShareLine(line) &&
  /^(?:share|copy link|teilen|artikel teilen|link kop|partager|copier|compartir|copiar|condividi|delen|dela|مشاركة|شارك|نسخ)/u.test(
    bare(line),
  );
