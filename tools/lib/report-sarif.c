// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The report as SARIF 2.1.0, which code scanning services and editors show at
 * the lines it is about: a rule a verdict, a result a change. All that the JSON
 * report says of a change is in the result's properties.
 */
#include <string.h>

#include "report-facts.h"
#include "report-formats.h"
#include "report-help.h"
#include "report-json.h"

static const char *const sarif_levels[KABI_LEVEL_COUNT] = {
	[KABI_LEVEL_NOTE] = "note",
	[KABI_LEVEL_SOURCE] = "note",
	[KABI_LEVEL_RISK] = "warning",
	[KABI_LEVEL_BREAK] = "error",
};

static void add(struct json_object *object, const char *key,
		struct json_object *value)
{
	json_object_object_add(object, key, value);
}

static void add_string(struct json_object *object, const char *key,
		       const char *value)
{
	add(object, key, kabi_json_string(value));
}

static struct json_object *new_text(const char *text)
{
	struct json_object *object = json_object_new_object();

	add_string(object, "text", text);
	return object;
}

static struct json_object *new_list(struct json_object *only)
{
	struct json_object *list = json_object_new_array();

	if (only)
		json_object_array_add(list, only);
	return list;
}

/* What may stand in a path of a URI as it is; ":" could end a scheme. */
static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (c && strchr("-._~/+,=@", c));
}

/* Places are told relative to the source, or from the root of the machine. */
static struct json_object *new_artifact(const char *file, size_t length)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf uri =
		KABI_STRBUF_INIT;
	struct json_object *artifact = json_object_new_object();
	bool is_absolute = file[0] == '/';

	kabi_strbuf_add(&uri, is_absolute ? "file://" : "");
	for (size_t i = 0; i < length; i++) {
		if (is_plain(file[i]))
			kabi_strbuf_add_char(&uri, file[i]);
		else
			kabi_strbuf_add_format(&uri, "%%%02X",
					       (unsigned char)file[i]);
	}
	add_string(artifact, "uri", uri.string);
	if (!is_absolute)
		add_string(artifact, "uriBaseId", "%SRCROOT%");
	return artifact;
}

static struct json_object *new_physical(const char *location)
{
	struct json_object *physical = json_object_new_object();
	unsigned int line;
	size_t length = kabi_report_split_location(location, &line);

	add(physical, "artifactLocation", new_artifact(location, length));
	if (line) {
		struct json_object *region = json_object_new_object();

		add(region, "startLine", json_object_new_int(line));
		add(physical, "region", region);
	}
	return physical;
}

static struct json_object *new_logical(const struct kabi_change *change)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf name =
		KABI_STRBUF_INIT;
	struct json_object *logical = json_object_new_object();
	bool is_function = !strncmp(change->subject, "function ", 9) ||
			   !strncmp(change->subject, "inline ", 7);

	kabi_report_add(&name, change->subject);
	if (change->member) {
		kabi_strbuf_add(&name, "::");
		kabi_report_add(&name, change->member);
	}
	add_string(logical, "fullyQualifiedName", name.string);
	add_string(logical, "kind",
		   change->member ? "member"
		   : is_function  ? "function"
				  : "type");
	return logical;
}

static void add_places(struct json_object *result,
		       const struct kabi_change *change)
{
	const char *here = kabi_report_location(change);
	struct json_object *location = json_object_new_object();

	if (here)
		add(location, "physicalLocation", new_physical(here));
	add(location, "logicalLocations", new_list(new_logical(change)));
	add(result, "locations", new_list(location));
	if (!change->new_location || !change->old_location)
		return;
	location = json_object_new_object();
	add(location, "id", json_object_new_int(1));
	add(location, "physicalLocation", new_physical(change->old_location));
	add(location, "message", new_text("where it was"));
	add(result, "relatedLocations", new_list(location));
}

/* The same for the same change in another run, wherever its line went. */
static struct json_object *new_fingerprints(const struct kabi_change *change)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;
	struct json_object *fingerprints = json_object_new_object();

	kabi_strbuf_add_format(&text, "%s %s",
			       kabi_verdict_name(change->verdict),
			       change->subject);
	if (change->member)
		kabi_strbuf_add_format(&text, ": %s", change->member);
	add_string(fingerprints, "kabiChange/v1", text.string);
	return fingerprints;
}

static struct json_object *new_result(const struct kabi_changes *changes,
				      const struct kabi_change *change,
				      const struct kabi_report_options *options)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;
	struct json_object *result = json_object_new_object();

	kabi_report_add(&text, change->subject);
	kabi_strbuf_add(&text, ": ");
	kabi_report_add_change(&text, change);
	kabi_strbuf_add(&text, "\n");
	kabi_report_add_details(&text, change, options->max_symbols);
	kabi_strbuf_truncate(&text, text.length - 1);
	add_string(result, "ruleId", kabi_verdict_name(change->verdict));
	add(result, "ruleIndex", json_object_new_int(change->verdict));
	add_string(result, "level", sarif_levels[change->level]);
	add(result, "message", new_text(text.string));
	add_places(result, change);
	add(result, "partialFingerprints", new_fingerprints(change));
	add(result, "properties", kabi_report_json_change(changes, change));
	return result;
}

static struct json_object *new_rule(enum kabi_verdict verdict)
{
	struct json_object *rule = json_object_new_object();
	struct json_object *configuration = json_object_new_object();
	const char *help = kabi_report_help(verdict);

	add_string(rule, "id", kabi_verdict_name(verdict));
	add(rule, "shortDescription", new_text(kabi_verdict_name(verdict)));
	add(rule, "fullDescription", new_text(help));
	add(rule, "help", new_text(help));
	add_string(configuration, "level",
		   sarif_levels[kabi_verdict_level(verdict)]);
	add(rule, "defaultConfiguration", configuration);
	return rule;
}

static struct json_object *new_tool(void)
{
	struct json_object *tool = json_object_new_object();
	struct json_object *driver = json_object_new_object();
	struct json_object *rules = json_object_new_array();

	for (int verdict = 0; verdict < KABI_VERDICT_COUNT; verdict++)
		json_object_array_add(rules, new_rule(verdict));
	add_string(driver, "name", "kabi-diff");
	add_string(driver, "version", KABI_VERSION);
	add(driver, "rules", rules);
	add(tool, "driver", driver);
	return tool;
}

/* What was not compared is told as what the tool met on its way. */
static struct json_object *new_invocation(const struct kabi_changes *changes)
{
	struct json_object *invocation = json_object_new_object();
	struct json_object *notices = json_object_new_array();

	for (size_t i = 0; i < changes->n_remarks; i++) {
		struct json_object *notice = json_object_new_object();
		kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
			KABI_STRBUF_INIT;

		kabi_strbuf_add_format(&text, "not compared: %s",
				       changes->remarks[i]);
		add_string(notice, "level", "note");
		add(notice, "message", new_text(text.string));
		json_object_array_add(notices, notice);
	}
	add(invocation, "executionSuccessful", json_object_new_boolean(true));
	add(invocation, "toolExecutionNotifications", notices);
	return invocation;
}

static struct json_object *new_bases(void)
{
	struct json_object *bases = json_object_new_object();
	struct json_object *root = json_object_new_object();

	add(root, "description", new_text("the root of the kernel's source"));
	add(bases, "%SRCROOT%", root);
	return bases;
}

static struct json_object *new_properties(const struct kabi_changes *changes)
{
	struct json_object *properties = json_object_new_object();

	add(properties, "summary", kabi_report_json_summary(changes));
	add(properties, "old", kabi_report_json_side(&changes->old_side));
	add(properties, "new", kabi_report_json_side(&changes->new_side));
	return properties;
}

/* A result is a line, made and printed at a time, as in JSON. */
struct kabi_error *kabi_report_sarif(FILE *stream,
				     const struct kabi_changes *changes,
				     const struct kabi_report_options *options)
{
	fprintf(stream, "{\"$schema\":\"https://json.schemastore.org/"
			"sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\n"
			"\"tool\":");
	kabi_json_write(stream, new_tool());
	fprintf(stream, ",\n\"invocations\":");
	kabi_json_write(stream, new_list(new_invocation(changes)));
	fprintf(stream, ",\n\"originalUriBaseIds\":");
	kabi_json_write(stream, new_bases());
	fprintf(stream, ",\n\"properties\":");
	kabi_json_write(stream, new_properties(changes));
	fprintf(stream, ",\n\"results\":[");
	for (size_t i = 0; i < changes->n_changes; i++) {
		fprintf(stream, "%s\n", i ? "," : "");
		kabi_json_write(stream, new_result(changes, changes->changes[i],
						   options));
	}
	fprintf(stream, "%s]}]}\n", changes->n_changes ? "\n" : "");
	return NULL;
}
