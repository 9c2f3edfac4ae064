/** Words that no JavaScript name may be, as far as a folder could be called so. */
const RESERVED =
  /^(?:await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|let|new|null|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;

/** `vendor-os` as `vendorOs`. */
export function camelCase(name: string): string {
  return name.replace(/[-/]([a-z0-9])/g, (_, next: string) => next.toUpperCase());
}

/** The name that a registry gives a member: its own, with `tail` where that is taken or no name at all. */
export function constantName(name: string, tail: string, taken: string): string {
  const camel = camelCase(name);
  const used = taken.split(/\W+/).includes(camel);
  return used || RESERVED.test(camel) ? camel + tail : camel;
}
