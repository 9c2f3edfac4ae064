# oct/16/2026 03:12:44 by RouterOS 6.49.6
# software id = SYNT-HET2
# model = RB750Gr3
# serial number = SYN0000000B2
/interface bridge add name=loopback
/interface vlan add interface=ether1 name=vlan11-synthetic vlan-id=11
/ip ipsec identity add peer=hub secret=*****
#error exporting /interface bridge calea
/ip address add address=192.0.2.1/24 interface=ether1 network=192.0.2.0
/ip service set telnet disabled=yes
/routing bgp peer add name=up remote-address=192.0.2.2 remote-as=64501
/system identity set name=mt-synthetic-02
/system note set note="A note of two lines
    \n/user add name=not-a-user"
/user set admin password=Synthetic-Admin-Pw
