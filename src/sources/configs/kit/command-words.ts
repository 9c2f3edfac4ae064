/** True when a typed word may stand for a command word, abbreviated to `least` letters or more. */
export function isWord(word: string | undefined, full: string, least: number): boolean {
  return word !== undefined && word.length >= least && full.startsWith(word.toLowerCase());
}

/** A command cut into words, without `do` in front and without what a pipe does to its output. */
export function commandWords(command: string): {
  readonly words: readonly string[];
  readonly piped: boolean;
} {
  const pipe = command.indexOf('|');
  const text = pipe < 0 ? command : command.slice(0, pipe);
  const words = text.split(' ').filter((word) => word !== '');
  // `| no-more` and its like leave the output whole.
  const piped = pipe >= 0 && !/^\s*(?:no-more|cat)\s*$/.test(command.slice(pipe + 1));
  return { words: words[0] === 'do' ? words.slice(1) : words, piped };
}
