# 2026-10-16 03:12:44 by RouterOS 7.12.1
# synthetic
/system identity
set name=mt-synthetic-04
lorem ipsum
/user
add name=a group=full password=Synthetic-Cut-Pw
/system script
add name=never source="a\r\
    \n/user add name=b \
