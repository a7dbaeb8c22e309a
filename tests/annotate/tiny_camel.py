"""CAMeL Tools' data in small: a catalogue, and two BERTs of random weights that know Arabic letters."""

import json

CATALOGUE = {
    "version": "1.6.0",
    "packages": {},
    "components": {
        "NamedEntityRecognition": {"default": "arabert", "datasets": {"arabert": {"path": "ner/arabert"}}},
        "SentimentAnalysis": {"default": "arabert", "datasets": {"mbert": {"path": "sentiment_analysis/mbert"}}},
    },
}
TAGS = ["B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O"]
TONES = ["positive", "negative", "neutral"]
_LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي0123456789.,،؟«»():-"
_WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *_LETTERS, *(f"##{letter}" for letter in _LETTERS)]
_MANY = 100_001  # transformers looks twice at a vocabulary of more than 100,000 pieces, as multilingual BERT's is


def install(root):
    """Write the data that `camel_data -i ner-arabert` and `camel_data -i sentiment-analysis-mbert` would."""
    from transformers import BertForSequenceClassification, BertForTokenClassification  # noqa: PLC0415  heavy

    words = [*_WORDS, "دمشق", "في", "قال", "##ها"]
    _write(root / "data" / "ner" / "arabert", BertForTokenClassification, TAGS, words)
    words += (f"[unused{at}]" for at in range(_MANY - len(words)))
    _write(root / "data" / "sentiment_analysis" / "mbert", BertForSequenceClassification, TONES, words)
    (root / "catalogue.json").write_text(json.dumps(CATALOGUE), encoding="utf-8")


def _write(folder, network, labels, words):
    import torch  # noqa: PLC0415
    from transformers import BertConfig  # noqa: PLC0415

    torch.manual_seed(4)
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        initializer_range=0.5,  # far enough apart that no rounding changes a label
        id2label=dict(enumerate(labels)),
        label2id={label: at for at, label in enumerate(labels)},
    )
    network(config).save_pretrained(folder)
    (folder / "vocab.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    (folder / "tokenizer_config.json").write_text('{"do_lower_case": false, "max_len": 512}', encoding="utf-8")
