package io.unifiedcommerce.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of a new channel's folder.
 *
 * @param path of the listing, below the API's address
 */
record Scaffold(
        String name,
        String title,
        String stream,
        MappingScaffold mapping,
        String path,
        Auth auth,
        Paging paging,
        Cursor cursor,
        Schemas schemas) {

    /** Ways to authenticate that need no Java. */
    enum Auth {
        NONE("- kind: none\n", ""),
        HEADER("""
                - kind: header
                  requires: NAME.token
                  headers: {Authorization: "Bearer ${NAME.token}"}
                """, """
                NAME.token:
                  doc: Access token of the API.
                  type: password
                  importance: high
                  group: TITLE
                  validator: non_empty
                """),
        BASIC("""
                - kind: basic
                  requires: [NAME.user, NAME.password]
                  user: ${NAME.user}
                  password: ${NAME.password}
                """, """
                NAME.user:
                  doc: User of the API.
                  importance: high
                  group: TITLE
                  validator: non_empty
                NAME.password:
                  doc: Password of that user.
                  type: password
                  importance: high
                  group: TITLE
                  validator: non_empty
                """),
        OAUTH2("""
                - kind: oauth2_client_credentials
                  requires: [NAME.client.id, NAME.client.secret]
                  token_url: ${NAME.url}/oauth/token
                  client_id: ${NAME.client.id}
                  client_secret: ${NAME.client.secret}
                  headers: {Authorization: "Bearer ${token}"}
                """, """
                NAME.client.id:
                  doc: Client id of the app.
                  importance: high
                  group: TITLE
                  validator: non_empty
                NAME.client.secret:
                  doc: Client secret of the app.
                  type: password
                  importance: high
                  group: TITLE
                  validator: non_empty
                """);

        private final String variant;
        private final String options;

        Auth(String variant, String options) {
            this.variant = variant;
            this.options = options;
        }
    }

    /** Ways in which pages follow one another. */
    enum Paging {
        NUMBER("{kind: number, size: 100}", "per_page: ${page.size}\npage: ${page.number}\n", "$"),
        LINK("{kind: link, size: 100}", "per_page: ${page.size}\n", "$"),
        OFFSET("{kind: offset, size: 100}", "limit: ${page.size}\noffset: ${page.offset}\n", "$"),
        TOKEN("{kind: token, size: 100, next: next_token}", "limit: ${page.size}\ntoken: ${page.token}\n", "data"),
        SINGLE("{kind: single}", "", "$");

        private final String paging;
        private final String params;
        private final String records;

        Paging(String paging, String params, String records) {
            this.paging = paging;
            this.params = params;
            this.records = records;
        }
    }

    /** Ways to find changes. */
    enum Cursor {
        TIME(
                "{kind: time, field: updated_at, overlap: PT5M, lag: PT10S}",
                "updated_from: ${window.from}\nupdated_to: ${window.to}\n"),
        SCAN("{kind: scan, every: PT1H}", "");

        private final String cursor;
        private final String params;

        Cursor(String cursor, String params) {
            this.cursor = cursor;
            this.params = params;
        }
    }

    /** The files that are written by hand later on, by path. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("channel.yaml", schemas.line("channel.schema.json", "") + manifest());
        files.put(mapping.file(), schemas.line("mapping.schema.json", "../") + mapping.text());
        files.put("samples/" + stream + "/first.page.json", page());
        return files;
    }

    private String manifest() {
        String params = cursor.params + paging.params;
        return """
                # TITLE. Name here the pages of the documentation that the facts come from, and what was not verified.
                channel: CHANNEL
                kind: api
                title: TITLE

                options:
                  NAME.url:
                    doc: Address of the API, such as https://api.example.com.
                    importance: high
                    group: TITLE
                    validator: url
                OPTIONS
                http:
                  base_url: ${NAME.url}

                auth:
                AUTH
                # The platform's rate limit; docs/manifest.md has the kinds.
                quota: {kind: fixed_rate, calls: 2, per: PT1S}

                streams:
                  STREAM:
                    entity: ENTITY
                    mapping: FILE
                    id: id
                    version: updated_at
                    read:
                      request:
                        path: PATH
                PARAMS
                      records: RECORDS
                      paging: PAGING
                      cursor: CURSOR

                unsupported:
                  webhooks: Not tried yet.
                  writes: Not tried yet.
                """.replace("OPTIONS\n", auth.options.indent(2) + "\n")
                .replace("AUTH\n", auth.variant.indent(2) + "\n")
                .replace("PARAMS\n", params.isEmpty() ? "" : "        params:\n" + params.indent(10))
                .replace("RECORDS", paging.records)
                .replace("PAGING", paging.paging)
                .replace("CURSOR", cursor.cursor)
                .replace("STREAM", stream)
                .replace("ENTITY", mapping.entity())
                .replace("FILE", mapping.file())
                .replace("PATH", path)
                .replace("CHANNEL", name)
                .replace("NAME", name.replace('-', '.'))
                .replace("TITLE", title);
    }

    private String page() {
        String record = mapping.sample().indent(2).stripTrailing();
        return paging.records.equals("$")
                ? "[\n" + record + "\n]\n"
                : "{\n  \"" + paging.records + "\": [\n" + record.indent(2).stripTrailing()
                        + "\n  ],\n  \"next_token\": null\n}\n";
    }
}
