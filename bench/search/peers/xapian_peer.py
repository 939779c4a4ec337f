# Xapian for bench/search: lines of JSON on standard input are answered on standard output.
import json
import os
import re
import resource
import sys
import unicodedata

import xapian

work, base = sys.argv[1], sys.argv[2]
os.makedirs(base)
word = re.compile(r"[^\W_]+", re.U)


def fold(text):
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text).replace("ñ", "\1")
    plain = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return "".join(plain).replace("\1", "ñ")


stemmers = {"es": xapian.Stem("spanish"), "en": xapian.Stem("english")}
stems = {"es": {}, "en": {}}
databases = {}


def stem(text, language):
    known = stems[language].get(text)
    if known is None:
        made = stemmers[language](text)
        known = stems[language][text] = "Z" + fold(made.decode() if isinstance(made, bytes) else made)
    return known


def build():
    tracks = json.load(open(work + "/tracks.json"))
    writers = {each: xapian.WritableDatabase(f"{base}/{each}", xapian.DB_CREATE_OR_OVERWRITE) for each in stemmers}
    for number, line in enumerate(open(work + "/cues.tsv", encoding="utf8")):
        track, _, _, _, _, text = line.rstrip("\n").split("\t")
        language = tracks[int(track)]["language"]
        document = xapian.Document()
        for place, each in enumerate(word.findall(unicodedata.normalize("NFC", text).lower())):
            document.add_posting(fold(each), place + 1)
            document.add_term(stem(each, language))
        document.set_data(text)
        writers[language].replace_document(number + 1, document)
    for language, writer in writers.items():
        writer.commit()
        writer.close()
        databases[language] = xapian.Database(f"{base}/{language}")


def atom(words, language):
    if len(words) > 1:
        return xapian.Query(xapian.Query.OP_PHRASE, [xapian.Query(fold(each["word"])) for each in words])
    only = words[0]
    if only["prefix"]:
        limit = xapian.Query.WILDCARD_LIMIT_ERROR
        return xapian.Query(xapian.Query.OP_WILDCARD, fold(only["word"]), 0, limit, xapian.Query.OP_OR)
    forms = [xapian.Query(fold(only["word"])), xapian.Query(stem(only["word"], language))]
    return xapian.Query(xapian.Query.OP_OR, forms)


def any_of(atoms, language):
    return xapian.Query(xapian.Query.OP_OR, [atom(words, language) for words in atoms])


def search(asked):
    language = asked["language"]
    query = xapian.Query(xapian.Query.OP_AND, [any_of(clause, language) for clause in asked["clauses"]])
    if asked["excluded"]:
        query = xapian.Query(xapian.Query.OP_AND_NOT, query, any_of(asked["excluded"], language))
    enquire = xapian.Enquire(databases[language])
    enquire.set_weighting_scheme(xapian.BoolWeight())
    enquire.set_docid_order(xapian.Enquire.ASCENDING)
    enquire.set_query(query)
    matches = enquire.get_mset(0, asked["limit"], databases[language].get_doccount())
    found = list(matches)
    return {
        "total": matches.get_matches_estimated(),
        "ids": [hit.docid - 1 for hit in found],
        "texts": [hit.document.get_data().decode() for hit in found] if asked["limit"] <= 100 else [],
    }


for line in sys.stdin:
    asked = json.loads(line)
    if asked["op"] == "build":
        build()
        answer = {"rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}
    else:
        answer = search(asked)
    print(json.dumps(answer), flush=True)
