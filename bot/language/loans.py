"""English words that are also everyday Bangla, spelt the way they are said in Bangladesh."""

from __future__ import annotations

_LINES = """
visa bhisa; agent ejent; agents ejents; agency ejensi; company kompani; companies kompanis; contract
kontrakt; police pulis; salary selari; office ofis; officer ofisar; medical medikel; license
laisens; licence laisens; passport pasport; ticket tikit; phone fon; mobile mobail; number nambar;
embassy embesi; airport eyarport; training trening; document dokument; documents dokuments; manpower
menpaoar; loan lon; time taim; date det; offer ofar; fraud frod; case kes; court kort; lawyer loiar;
jail jel; camp kamp; game gem; boat bot; border bordar; driver draibar; cleaner klinar; factory fektori; free
fri; fee fi; fees fis; online onlain; facebook fesbuk; video bhidio; permit parmit; card kard;
danger denjar; hotline hotlain; government gobhorment; insurance insurens; europe iurop; code kod;
message mesej; check cek; cheque cek; please plij; doctor daktar; hospital haspatal; school skul;
user iujar
"""

LOANS = {written: said for written, said in (line.split() for line in _LINES.split(";"))}
