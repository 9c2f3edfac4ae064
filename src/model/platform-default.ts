/** What a platform does where its configuration says nothing, by release. Content: content/vendors. */
export interface PlatformDefault {
  /** Platforms as device facts name them: `ios`, `ios-xe`, `nx-os` … */
  readonly platforms: readonly string[];
  /** Name of the service or setting as facts have it: `source-route`, `cdp`, `ssh-v1` … */
  readonly setting: string;
  /** On or off, or the value where the setting has one (seconds, bits, levels). */
  readonly is: 'on' | 'off' | number;
  /** First release for which it holds; null from the beginning. */
  readonly from: string | null;
  /** First release for which it no longer holds; null up to now. */
  readonly before: string | null;
  readonly note: string | null;
  readonly source: { readonly title: string; readonly url: string };
}
