import { logNormal, seeded, whole, type Random } from './random.js';

/** Another number here and what was cached of the corpus is made anew. */
export const corpusVersion = 1;

/**
 * Articles in a language of our own, the same in every run: words of syllables in Zipf's frequencies, a topic with its
 * words and names for each article, lengths log-normal about 300 words. It says something about time and size, nothing
 * about how good a result is.
 */
export interface Article {
  readonly title: string;
  readonly dek: string;
  readonly section: number;
  readonly topic: number;
  readonly date: string;
  readonly paragraphs: readonly string[];
}

export const sectionCount = 12;
export const topicCount = 240;
const vocabularySize = 35_000;
const topicWords = 60;
const topicNames = 8;
const medianWords = 300;
const spreadOfWords = 0.6;
const firstDay = Date.UTC(2015, 0, 1);
const days = 4_000;

const onsets = [
  'b',
  'd',
  'f',
  'g',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'br',
  'st',
  'tr',
  'kl',
  'sh',
  'gr',
  'pl',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const codas = ['', '', '', 'n', 'r', 's', 'l', 't', 'nd', 'rk'];

const pick = <T>(random: Random, from: readonly T[]): T => from[whole(random, from.length)] as T;

function makeVocabulary(): readonly string[] {
  const random = seeded(1);
  const words = new Set<string>();
  while (words.size < vocabularySize) {
    // Common words are short, as in every language.
    const syllables = 1 + whole(random, words.size < 400 ? 2 : 4);
    let word = '';
    for (let at = 0; at < syllables; at += 1) word += pick(random, onsets) + pick(random, vowels) + pick(random, codas);
    words.add(word);
  }
  return [...words];
}

export const vocabulary = makeVocabulary();
const logOfRanks = Math.log(vocabularySize + 2.7) - Math.log(2.7);

/** A word by Zipf's law: the rank's chance falls as 1 / (rank + 2.7). */
function commonWord(random: Random): string {
  const rank = 2.7 * Math.exp(random() * logOfRanks) - 2.7;
  return vocabulary[Math.min(vocabularySize - 1, Math.floor(rank))] ?? '';
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

interface Topic {
  readonly words: readonly string[];
  readonly names: readonly string[];
}

const topics: readonly Topic[] = Array.from({ length: topicCount }, (_, number) => {
  const random = seeded(1_000 + number);
  const rare = (): string => vocabulary[400 + whole(random, vocabularySize - 400)] ?? '';
  const words = Array.from({ length: topicWords }, rare);
  const names = Array.from({ length: topicNames }, () => `${capital(rare())} ${capital(rare())}`);
  return { words, names };
});

/** `number`-th article; `words` = its length where it must be known. */
export function article(number: number, words?: number): Article {
  const random = seeded(100_000 + number);
  const topicNumber = whole(random, topicCount);
  const topic = topics[topicNumber] as Topic;
  const length = words ?? Math.max(40, logNormal(random, medianWords, spreadOfWords));
  const paragraphs: string[] = [];
  for (let left = length; left > 0;) {
    const size = Math.min(left, 30 + whole(random, 50));
    paragraphs.push(paragraph(random, topic, size));
    left -= size;
  }
  return {
    title: capital(sentence(random, topic, 6 + whole(random, 6))),
    dek: `${capital(sentence(random, topic, 12 + whole(random, 8)))}.`,
    section: topicNumber % sectionCount,
    topic: topicNumber,
    date: new Date(firstDay + random() * days * 86_400_000).toISOString(),
    paragraphs,
  };
}

function paragraph(random: Random, topic: Topic, words: number): string {
  const sentences: string[] = [];
  for (let left = words; left > 0;) {
    const size = Math.min(left, 8 + whole(random, 16));
    sentences.push(`${capital(sentence(random, topic, size))}.`);
    left -= size;
  }
  return sentences.join(' ');
}

/** Words of which one in ten belongs to the topic and one in forty begins a name of two words. */
function sentence(random: Random, topic: Topic, words: number): string {
  const said: string[] = [];
  for (let count = 0; count < words;) {
    const chance = random();
    const isName = chance < 0.025 && words - count >= 2;
    said.push(isName ? pick(random, topic.names) : chance < 0.125 ? pick(random, topic.words) : commonWord(random));
    count += isName ? 2 : 1;
  }
  return said.join(' ');
}
