/**
 * Passwords and communities that makers ship with their devices or write in their manuals, and the first guesses of every
 * word list. Compared in lower case. Facts, section 2, H24.
 */
const WELL_KNOWN: ReadonlySet<string> = new Set(
  (
    'admin administrator admin1 admin12 admin123 admin1234 admin@123 admin@huawei admin@huawei.com huawei huawei@123 ' +
    'huawei12#$ changeme changeme123 changeme_123 change-me cisco cisco1 cisco12 cisco123 cisco1234 cisco12345 ' +
    'cisco@123 ciscocisco san-fran sanfran c1sco cisc0 enable default guest juniper juniper1 juniper123 netscreen ' +
    'lab lab123 lab@123 lawful manager monitor nokia nokia123 nokia2mb nokiasros! alcatel timos arista arista123 ' +
    'mikrotik fortinet fortigate paloalto panorama netadmin netman network noc operator pass passw0rd p@ssw0rd p@ssword ' +
    'password password1 password12 password123 private public qwerty qwerty123 read readonly readwrite root root123 ' +
    'router rtr secret secret123 security service snmp snmpd snmptrap super superuser support switch sysadmin system ' +
    'tacacs tacacskey tacacs123 radius radiuskey telco telecom telnet temp temp123 test test123 testing toor trap user ' +
    'vagrant welcome welcome1 welcome123 write zte zte123 ericsson 0000 1111 123 1234 12345 123456 1234567 12345678 ' +
    '123456789 1234567890 abc123 abcd1234 letmein iloveyou ilmi cable-docsis all all-private all-public'
  ).split(' '),
);

/** True when a secret, in clear, is one that anybody would try first. */
export function isWellKnown(text: string): boolean {
  return text.length <= 24 && WELL_KNOWN.has(text.toLowerCase());
}
