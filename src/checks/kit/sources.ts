/** A public source: name and link. */
export interface PublicSource {
  readonly title: string;
  readonly url: string;
}

/** Joint advisory on compromises of network devices worldwide, 27 August 2025. */
export const AA25_239A: PublicSource = {
  title: 'AA25-239A (CISA and partners, August 2025)',
  url: 'https://www.cisa.gov/news-events/cybersecurity-advisories/aa25-239a',
};

/** Hardening guidance for communications infrastructure, 3 December 2024. */
export const HARDENING: PublicSource = {
  title: 'Enhanced Visibility and Hardening Guidance for Communications Infrastructure (December 2024)',
  url: 'https://www.cisa.gov/resources-tools/resources/enhanced-visibility-and-hardening-guidance-communications-infrastructure',
};

/** The page of an ATT&CK technique: `technique('T1572', 'Protocol Tunneling')`. */
export function technique(id: string, name: string): PublicSource {
  return {
    title: `ATT&CK ${id} ${name}`,
    url: `https://attack.mitre.org/techniques/${id.replace('.', '/')}/`,
  };
}
