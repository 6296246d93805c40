// SPDX-License-Identifier: GPL-2.0-or-later
/* What a rule of gendwarfksyms is about; see override-target.h. */
#include "override-target.h"

#include <string.h>

#include "record-text.h"
#include "write.h"

#define BIT(kind) (1u << KABI_KIND_##kind)
#define TAGS (BIT(STRUCT) | BIT(UNION) | BIT(ENUM))

struct kabi_record *kabi_rule_find(const struct kabi_model *model,
				   enum kabi_kind kind, const char *name)
{
	const struct kabi_record *found = kabi_model_find(model, kind, name);

	return found ? model->records[found->index] : NULL;
}

struct kabi_record *kabi_rule_next(const struct kabi_model *model,
				   const struct kabi_record *record)
{
	const struct kabi_record *next = record->next_variant;

	return next ? model->records[next->index] : NULL;
}

static enum kabi_rule_type parse_rule_type(const char *name, size_t length)
{
	static const char *const words[] = { "declonly", "enumerator_ignore",
					     "enumerator_value", "byte_size",
					     "type_string" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (strlen(words[i]) == length &&
		    !memcmp(words[i], name, length))
			return (enum kabi_rule_type)i;
	}
	return KABI_RULE_UNKNOWN;
}

/* "struct foo" */
static void set_tag(struct kabi_rule *rule)
{
	const char *blank = strchr(rule->name, ' ');
	enum kabi_kind kind;

	rule->kinds = TAGS;
	if (!blank || !kabi_kind_parse(rule->name, blank - rule->name, &kind) ||
	    !(TAGS & 1u << kind))
		return;
	rule->kinds = 1u << kind;
	rule->name = blank + 1;
}

static void set_enumerator(struct kabi_rule *rule, struct kabi_arena *arena)
{
	const char *blank = strrchr(rule->name, ' ');

	rule->enumerator = blank ? blank + 1 : "";
	if (blank)
		rule->name = kabi_arena_strndup(arena, rule->name,
						blank - rule->name);
	set_tag(rule);
	rule->kinds &= BIT(ENUM);
}

/* "s#foo", "s#'foo'", "symbol" */
static void set_string_target(struct kabi_rule *rule, struct kabi_arena *arena)
{
	static const unsigned int kinds[] = { BIT(STRUCT), BIT(UNION),
					      BIT(ENUM), BIT(TYPEDEF) };
	static const char letters[] = "suet";
	const char *found = *rule->name ? strchr(letters, *rule->name) : NULL;
	size_t length;

	rule->kinds = BIT(FUNCTION) | BIT(VARIABLE);
	if (!found || rule->name[1] != '#')
		return;
	rule->kinds = kinds[found - letters];
	rule->name += 2;
	length = strlen(rule->name);
	if (length > 1 && *rule->name == '\'' && rule->name[length - 1] == '\'')
		rule->name =
			kabi_arena_strndup(arena, rule->name + 1, length - 2);
}

void kabi_rule_init(struct kabi_rule *rule, const struct kabi_record *record,
		    int side, struct kabi_arena *arena)
{
	size_t length = strcspn(record->name, ":");

	*rule = (struct kabi_rule){ .record = record, .side = side };
	rule->type = parse_rule_type(record->name, length);
	rule->name = record->name + length + (record->name[length] == ':');
	/* With a NUL in it, it is no string that C could have. */
	if (record->is_string &&
	    strlen(record->string) == record->string_length)
		rule->value = record->string;
	if (rule->type == KABI_RULE_TYPE_STRING)
		set_string_target(rule, arena);
	else if (rule->type == KABI_RULE_ENUMERATOR_IGNORE ||
		 rule->type == KABI_RULE_ENUMERATOR_VALUE)
		set_enumerator(rule, arena);
	else
		set_tag(rule);
	if (rule->type == KABI_RULE_BYTE_SIZE)
		rule->kinds &= ~BIT(ENUM);
}

static void add_shape(struct kabi_strbuf *buf, const struct kabi_record *record)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;
	struct kabi_record_text parts;

	kabi_write_record(&text, record);
	if (kabi_record_text_split(text.string, text.length, &parts))
		kabi_record_text_shape(buf, &parts);
	kabi_strbuf_add_char(buf, '\n');
}

bool kabi_rule_differs(const struct kabi_rule *rule,
		       const struct kabi_model *old_model,
		       const struct kabi_model *new_model)
{
	const struct kabi_model *models[] = { old_model, new_model };
	bool differs = false;

	for (enum kabi_kind kind = 0; kind < KABI_KIND_COUNT; kind++) {
		struct kabi_strbuf shapes[] = { KABI_STRBUF_INIT,
						KABI_STRBUF_INIT };

		if (!(rule->kinds & 1u << kind))
			continue;
		for (int side = 0; side < 2; side++) {
			const struct kabi_record *record =
				kabi_model_find(models[side], kind, rule->name);

			for (; record; record = record->next_variant)
				add_shape(&shapes[side], record);
		}
		differs |= shapes[0].length != shapes[1].length ||
			   (shapes[0].length &&
			    memcmp(shapes[0].string, shapes[1].string,
				   shapes[0].length) != 0);
		kabi_strbuf_deinit(&shapes[0]);
		kabi_strbuf_deinit(&shapes[1]);
	}
	return differs;
}

static bool parse_number(const char *at, __int128 *ret)
{
	bool is_negative = *at == '-';
	__int128 value = 0;

	at += is_negative;
	if (!*at)
		return false;
	for (; *at; at++) {
		if (*at < '0' || *at > '9')
			return false;
		value = value * 10 + (*at - '0');
		if (value > (is_negative ? (__int128)1 << 63 : UINT64_MAX))
			return false;
	}
	*ret = is_negative ? -value : value;
	return true;
}

bool kabi_rule_number(const struct kabi_rule *rule, __int128 *ret)
{
	if (rule->value) {
		if (!parse_number(rule->value, ret))
			return false;
	} else if (!rule->record->is_unset && !rule->record->is_string) {
		*ret = rule->record->value;
	} else {
		return false;
	}
	return rule->type != KABI_RULE_BYTE_SIZE ||
	       (*ret >= 0 && *ret <= INT64_MAX);
}
