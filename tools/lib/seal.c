// SPDX-License-Identifier: GPL-2.0-or-later
/* A contract as text, and back; see seal.h. */
#include "seal.h"

#include <string.h>

#include "record-text.h"
#include "scan.h"
#include "strbuf.h"
#include "write.h"

#define SEAL_MAGIC "kabi-seal"
#define SEAL_VERSION 1

static const char *const uses[] = {
	[KABI_USE_AS_ANY] = "any",
	[KABI_USE_AS_LINKED] = "linked",
	[KABI_USE_AS_MODULE] = "module",
};

bool kabi_seal_probe(const char *bytes, size_t length)
{
	size_t magic = strlen(SEAL_MAGIC);

	return length > magic && !memcmp(bytes, SEAL_MAGIC, magic) &&
	       bytes[magic] == ' ';
}

/* "\tKEY VALUE\n", NULL when there is nothing to say. */
static void add_line(struct kabi_strbuf *text, const char *key,
		     const char *value)
{
	if (!value)
		return;
	kabi_strbuf_add_format(text, "\t%s ", key);
	kabi_escape_add(text, value, KABI_ESCAPE_VALUE);
	kabi_strbuf_add_char(text, '\n');
}

static void add_names(struct kabi_strbuf *text, const char *key,
		      const struct kabi_prebuilt_names *names)
{
	for (size_t i = 0; i < names->n; i++)
		add_line(text, key, names->list[i]);
}

static void add_header(struct kabi_strbuf *text,
		       const struct kabi_contract *contract)
{
	const struct kabi_prebuilt *prebuilt = &contract->prebuilt;
	const struct kabi_imports *imports = &prebuilt->imports;

	kabi_strbuf_add_format(text, "%s %d\n", SEAL_MAGIC, SEAL_VERSION);
	add_line(text, "arch", prebuilt->arch);
	add_line(text, "use", uses[prebuilt->compiled_as]);
	add_line(text, "license", prebuilt->license);
	add_names(text, "namespace", &prebuilt->namespaces);
	for (size_t i = 0; i < contract->n_objects; i++) {
		const struct kabi_contract_object *object =
			&contract->objects[i];

		add_line(text, "object", object->name);
		for (int part = 0; part < KABI_DIGEST_PARTS; part++)
			add_line(text, kabi_digest_words[part],
				 object->digest.hex[part]);
	}
	add_names(text, "bare", &prebuilt->bare);
	add_names(text, "section", &prebuilt->sections);
	for (size_t i = 0; i < imports->n; i++)
		add_line(text, imports->is_weak[i] ? "optional" : "import",
			 imports->names[i]);
}

void kabi_seal_write(FILE *stream, const struct kabi_contract *contract)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;
	const struct kabi_model *model = contract->model;
	size_t n = 0;
	char sum[65];

	add_header(&text, contract);
	for (size_t i = 0; i < model->n_records; i++) {
		enum kabi_kind kind = model->records[i]->kind;

		/*
		 * Exports are the imports. Options that its source asked for
		 * explain what changed, and nothing depends on them.
		 */
		if (kind == KABI_KIND_EXPORT || kind == KABI_KIND_CONFIG)
			continue;
		kabi_write_record(&text, model->records[i]);
		kabi_strbuf_add_char(&text, '\n');
		n++;
	}
	kabi_digest_bytes(text.string, text.length, sum);
	kabi_strbuf_add_format(&text, "end %zu %s\n", n, sum);
	fwrite(text.string, 1, text.length, stream);
}

/* While a seal is read. */
struct reading {
	struct kabi_contract *contract;
	struct kabi_scanner scanner;
	const char *start;
	size_t room_imports;
};

static void reading_deinit(struct reading *reading)
{
	kabi_strbuf_deinit(&reading->scanner.unescaped);
}

static struct kabi_error *read_version(struct kabi_scanner *scanner)
{
	struct kabi_error *error;
	uint64_t version;

	scanner->at += strlen(SEAL_MAGIC " ");
	error = kabi_scan_number(scanner, UINT64_MAX, &version);
	if (!error && version != SEAL_VERSION)
		error = kabi_error_create(
			KABI_ERROR_UNSUPPORTED,
			"seal format version %llu is not known (this kabi "
			"reads %d)",
			(unsigned long long)version, SEAL_VERSION);
	return error ? error : kabi_scan_expect(scanner, "\n");
}

static void add_import(struct reading *reading, const char *name, bool is_weak)
{
	struct kabi_imports *imports = &reading->contract->prebuilt.imports;

	imports->names[imports->n] = name;
	imports->is_weak[imports->n++] = is_weak;
}

static struct kabi_error *read_use(struct reading *reading, const char *value)
{
	struct kabi_prebuilt *prebuilt = &reading->contract->prebuilt;

	for (size_t i = 0; i < sizeof(uses) / sizeof(*uses); i++) {
		if (strcmp(uses[i], value) != 0)
			continue;
		prebuilt->compiled_as = (enum kabi_use_as)i;
		prebuilt->is_module = i == KABI_USE_AS_MODULE;
		return NULL;
	}
	return kabi_scan_error(&reading->scanner, "unknown use");
}

static struct kabi_error *read_digest(struct reading *reading, int part,
				      const char *value)
{
	struct kabi_contract *contract = reading->contract;
	struct kabi_digest *digest;

	if (!contract->n_objects ||
	    strlen(value) + 1 != sizeof(digest->hex[part]))
		return kabi_scan_error(&reading->scanner, "no hash");
	digest = &contract->objects[contract->n_objects - 1].digest;
	strcpy(digest->hex[part], value);
	return NULL;
}

static struct kabi_error *read_key(struct reading *reading, const char *key,
				   const char *value)
{
	struct kabi_contract *contract = reading->contract;
	struct kabi_prebuilt *prebuilt = &contract->prebuilt;

	if (!strcmp(key, "use"))
		return read_use(reading, value);
	for (int part = 0; part < KABI_DIGEST_PARTS; part++) {
		if (!strcmp(key, kabi_digest_words[part]))
			return read_digest(reading, part, value);
	}
	if (!strcmp(key, "arch"))
		prebuilt->arch = value;
	else if (!strcmp(key, "license"))
		prebuilt->license = value;
	else if (!strcmp(key, "namespace"))
		kabi_prebuilt_add(&prebuilt->namespaces, value);
	else if (!strcmp(key, "object"))
		kabi_contract_add_object(contract, value, strlen(value));
	else if (!strcmp(key, "bare"))
		kabi_prebuilt_add(&prebuilt->bare, value);
	else if (!strcmp(key, "section"))
		kabi_prebuilt_add(&prebuilt->sections, value);
	else if (!strcmp(key, "import") || !strcmp(key, "optional"))
		add_import(reading, value, *key == 'o');
	else
		return kabi_scan_error(&reading->scanner, "unknown key");
	return NULL;
}

static struct kabi_error *read_header(struct reading *reading)
{
	struct kabi_imports *imports = &reading->contract->prebuilt.imports;
	struct kabi_scanner *scanner = &reading->scanner;
	size_t lines = 0;
	struct kabi_error *error = read_version(scanner);

	for (const char *at = scanner->at; at < scanner->end; at++)
		lines += *at == '\n';
	imports->names = kabi_arena_alloc(&imports->arena,
					  lines * sizeof(*imports->names));
	imports->is_weak = kabi_arena_alloc(&imports->arena,
					    lines * sizeof(*imports->is_weak));
	while (!error && kabi_scan_skip(scanner, '\t')) {
		const char *key, *value;

		error = kabi_scan_name(scanner, KABI_SCAN_IDENTIFIER, "a key",
				       &key);
		if (!error)
			error = kabi_scan_expect(scanner, " ");
		if (!error)
			error = kabi_scan_value(scanner, KABI_ESCAPE_VALUE,
						&value);
		if (!error)
			error = read_key(reading, key, value);
		if (!error)
			error = kabi_scan_expect(scanner, "\n");
	}
	return error;
}

/* "end N SUM\n", and nothing behind it. */
static struct kabi_error *read_trailer(struct reading *reading, size_t n)
{
	struct kabi_scanner *scanner = &reading->scanner;
	struct kabi_error *error;
	uint64_t count;
	char sum[65];

	kabi_digest_bytes(reading->start, scanner->at - reading->start, sum);
	scanner->at += strlen("end ");
	error = kabi_scan_number(scanner, UINT64_MAX, &count);
	if (!error)
		error = kabi_scan_expect(scanner, " ");
	if (error)
		return error;
	if (count != n || !kabi_scan_looking_at(scanner, sum))
		return kabi_error_create(
			KABI_ERROR_BAD_DATA,
			"was changed since it was written: its "
			"last line does not fit the others");
	scanner->at += strlen(sum);
	error = kabi_scan_expect(scanner, "\n");
	if (!error && scanner->at != scanner->end)
		error = kabi_scan_error(scanner, "more behind the last line");
	return error;
}

static struct kabi_error *read_records(struct reading *reading)
{
	struct kabi_scanner *scanner = &reading->scanner;
	struct kabi_record *record;
	size_t n = 0;

	for (;;) {
		const char *end =
			kabi_record_text_end(scanner->at, scanner->end);
		struct kabi_error *error;

		if (kabi_scan_looking_at(scanner, "end "))
			return read_trailer(reading, n);
		if (end == scanner->end)
			return kabi_error_create(
				KABI_ERROR_BAD_DATA,
				"cut short: its last line must be \"end N "
				"SUM\"");
		error = kabi_model_add(reading->contract->model, scanner->at,
				       end - scanner->at, &record);
		if (error)
			return error;
		scanner->at = end + 1;
		n++;
	}
}

static struct kabi_error *finish(struct kabi_contract *contract,
				 const char *name)
{
	const struct kabi_prebuilt *prebuilt = &contract->prebuilt;
	struct kabi_model *model = contract->model;
	struct kabi_error *error;

	if (!prebuilt->arch || !contract->n_objects)
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "says neither what for nor of what");
	model->arch = prebuilt->arch;
	model->exports_external = true;
	kabi_imports_add(&prebuilt->imports, model);
	error = kabi_model_finish(model);
	if (error)
		return error;
	contract->consumers = kabi_consumers_create();
	kabi_consumers_add(
		contract->consumers,
		contract->n_objects == 1 ? contract->objects[0].name : name,
		model, prebuilt->imports.names, prebuilt->imports.n, model);
	return NULL;
}

struct kabi_error *kabi_seal_read(struct kabi_contract *contract,
				  const char *name, const char *bytes,
				  size_t length)
{
	kabi_cleanup(reading_deinit) struct reading reading = {
		.contract = contract,
		.start = bytes,
		.scanner = { .at = bytes,
			     .end = bytes + length,
			     .unescaped = KABI_STRBUF_INIT },
	};
	struct kabi_error *error;

	kabi_arena_init(&contract->prebuilt.arena);
	kabi_arena_init(&contract->prebuilt.imports.arena);
	contract->model = kabi_model_create();
	reading.scanner.strings = contract->model->strings;
	error = read_header(&reading);
	if (!error)
		error = read_records(&reading);
	if (!error)
		error = finish(contract, name);
	return kabi_error_prefix(error, "%s", name);
}
