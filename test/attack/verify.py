"""A second, independent verifier of an exported log: standard library only. Reads folders from stdin, answers one JSON line each."""
import hashlib, json, os, re, sys, base64

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P

def h(*parts): return hashlib.sha256(b''.join(parts)).digest()

def add(a, b):
    A, B = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    C, E = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, i = B - A, E - C, E + C, B + A
    return (e * f % P, g * i % P, f * g % P, e * i % P)

def mul(n, p):
    q = (0, 1, 1, 0)
    while n:
        if n & 1: q = add(q, p)
        p, n = add(p, p), n >> 1
    return q

def point(raw):
    y = int.from_bytes(raw, 'little'); sign, y = y >> 255, y & (2**255 - 1)
    if y >= P: return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P: x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P or (x == 0 and sign): return None
    if x & 1 != sign: x = P - x
    return (x, y, 1, x * y % P)

BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, 'little'))

def signed(key, text, sig):  # RFC 8032
    a, r, s = point(key), point(sig[:32]), int.from_bytes(sig[32:], 'little')
    if not a or not r or s >= L: return False
    k = int.from_bytes(hashlib.sha512(sig[:32] + key + text).digest(), 'little') % L
    x, y = mul(s, BASE), add(r, mul(k, a))
    return (x[0] * y[2] - y[0] * x[2]) % P == 0 and (x[1] * y[2] - y[1] * x[2]) % P == 0

def canon(v): return json.dumps(v, sort_keys=True, separators=(',', ':'), ensure_ascii=False)

def entry(line):
    try: e = json.loads(line)
    except ValueError: return None
    if not isinstance(e, dict) or ','.join(e) != 'action,actor,at,details,hash,object,outcome,prev,seq' or canon(e) != line: return None
    if type(e['seq']) is not int or e['seq'] < 1 or not isinstance(e['prev'], str) or not re.fullmatch('[0-9a-f]{64}', e['prev']): return None
    rest = {k: v for k, v in e.items() if k not in ('hash', 'prev')}
    return e if h(b'article33|log|v1\n', bytes.fromhex(e['prev']), canon(rest).encode()).hex() == e['hash'] else None

def chain(es):
    n, seqs, fault, stop = len(es), {}, None, len(es)
    for i, e in enumerate(es):
        if e: seqs.setdefault(e['seq'], []).append(i)
    for i, e in enumerate(es):
        if e and e['seq'] == i + 1: continue
        stop = i
        if not e: fault = ('altered', i + 1); break
        twins = [j for j in seqs[e['seq']] if j != i]
        if twins: fault = ('duplicated', i + 1) if es[twins[0]]['hash'] == e['hash'] else ('inserted', min(i + 1, e['seq']))
        elif i + 1 not in seqs: fault = ('deleted', i + 1)
        else: fault = ('inserted' if e['seq'] > n else 'reordered', i + 1)
        break
    prev = '0' * 64
    for i in range(stop):
        if es[i]['prev'] != prev:
            after = i + 1 < n and (not es[i + 1] or es[i + 1]['prev'] != es[i]['hash'])
            seq = i + 1 if i == 0 or after else i
            return fault if fault and fault[1] <= seq else ('altered', seq)
        prev = es[i]['hash']
    return fault

def root(leaves):  # RFC 6962, straight from its definition
    if not leaves: return h()
    if len(leaves) == 1: return h(b'\0', leaves[0])
    k = 1 << (len(leaves) - 1).bit_length() - 1
    return h(b'\1', root(leaves[:k]), root(leaves[k:]))

def head(note, key):
    m = re.fullmatch('([^\\s+]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n\n— (\\S+) ([A-Za-z0-9+/]+={0,2})\n', note)
    if not m or m[1] != key[0] or m[4] != key[0]: return None
    try: s = base64.b64decode(m[5], validate=True)
    except ValueError: return None
    if len(s) != 68 or base64.b64encode(s).decode() != m[5] or s[:4] != key[1]: return None
    return (int(m[2]), m[3]) if signed(key[2], note[:note.index('\n\n') + 1].encode(), s[4:]) else None

def read(*path):
    p = os.path.join(*path)
    return open(p, encoding='utf-8', errors='replace', newline='').read() if os.path.exists(p) else ''

def verify(folder, kept):
    lines = read(folder, 'log.jsonl').split('\n')
    es = [entry(x) for x in lines[:-1]] + ([None] if lines[-1] else [])
    fault = chain(es)
    if fault: return fault
    m = re.fullmatch('([^\\s+]+)\\+([0-9a-f]{8})\\+(.{44})', read(folder, 'public-key.txt').strip())
    name, kid, k64 = m.groups() if m else ('', '', '')
    raw = base64.b64decode(k64)
    if len(raw) != 33 or raw[0] != 1 or h(name.encode() + b'\n', raw)[:4].hex() != kid: return ('bad-signature', None)
    key = (name, bytes.fromhex(kid), raw[1:])
    listed = lambda d: sorted(os.listdir(os.path.join(folder, d))) if os.path.isdir(os.path.join(folder, d)) else []
    own = [head(read(folder, 'head.note'), key)] + [head(read(folder, 'heads', f), key) for f in listed('heads')]
    if None in own: return ('bad-signature', None)
    others = [head(read(k), key) for k in kept]
    if None in others: return ('other-key', None)
    n, every = len(es), sorted(own + others, key=lambda x: x[0])
    leaves = [bytes.fromhex(e['hash']) for e in es]
    holds = lambda x: x[0] <= n and base64.b64encode(root(leaves[:x[0]])).decode() == x[1]
    good = lambda heads, size: max([0] + [x[0] for x in heads if x[0] < size and holds(x)])
    for a, b in zip(every, every[1:]):
        if a[0] == b[0] and a[1] != b[1]: return ('forked-heads', 1)
    for x in every:
        if x[0] > n: return ('truncated', n + 1)
        if not holds(x): return ('re-signed', good(others, x[0]) + 1) if holds(own[0]) else ('rewritten', good(every, x[0]) + 1)
    if own[0][0] < n: return ('replayed-head', own[0][0] + 1)
    where = {}
    for line in filter(None, read(folder, 'openings.jsonl').split('\n')):
        try: o = json.loads(line)
        except ValueError: o = None
        if not isinstance(o, dict) or ','.join(o) != 'details,salt,seq' or canon(o) != line: return ('details-changed', None)
        if not re.fullmatch('([0-9a-f]{2})+', str(o['salt'])) or type(o['seq']) is not int or not 1 <= o['seq'] <= n: return ('details-changed', None)
        if h(bytes.fromhex(o['salt']), canon(o['details']).encode()).hex() != es[o['seq'] - 1]['details']: return ('details-changed', o['seq'])
        for x in re.findall(r'\b[0-9a-f]{64}\b', canon(o['details'])): where.setdefault(x, o['seq'])
    for f in listed('files'):
        if h(open(os.path.join(folder, 'files', f), 'rb').read()).hex() != f: return ('file-changed', where.get(f))
    return ('ok', n)

for line in sys.stdin:
    task = json.loads(line)
    print(json.dumps(verify(task['folder'], task['kept'])), flush=True)
