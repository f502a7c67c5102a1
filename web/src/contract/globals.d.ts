// What scripts leave for others on the window of a page.

export {};

declare global {
  /** The studio's preview: crates/browser/src/studio/frame.rs calls it. */
  var previewTheme: (wishes: string, isDark: boolean) => string;

  interface Window {
    /** A tag manager's, on a clinic's page. */
    dataLayer?: object[];
  }
}
