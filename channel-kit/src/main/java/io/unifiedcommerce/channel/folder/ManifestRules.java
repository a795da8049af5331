package io.unifiedcommerce.channel.folder;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.ChannelManifest;
import io.unifiedcommerce.channel.manifest.CursorSpec;
import io.unifiedcommerce.channel.manifest.DatabaseManifest;
import io.unifiedcommerce.channel.manifest.EventsManifest;
import io.unifiedcommerce.channel.manifest.NearestName;
import io.unifiedcommerce.channel.manifest.PagingSpec;
import io.unifiedcommerce.channel.manifest.Problem;
import io.unifiedcommerce.channel.manifest.RequestSpec;
import io.unifiedcommerce.channel.manifest.SoapSpec;
import io.unifiedcommerce.channel.manifest.StreamSpec;
import io.unifiedcommerce.channel.manifest.SubscriptionSpec;
import io.unifiedcommerce.channel.xml.XmlTemplate;
import io.unifiedcommerce.model.Entity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules between the parts of a manifest: names that must exist, options that templates use, files that are named. */
final class ManifestRules {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern RUNTIME =
            Pattern.compile("(window|page|cursor|slice|record|hook)\\..+|ids?|token|address|topics?");

    private final ChannelFolder folder;
    private final ChannelManifest manifest;
    private final List<Problem> problems = new ArrayList<>();

    private ManifestRules(ChannelFolder folder, ChannelManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    static List<Problem> check(ChannelFolder folder, ChannelManifest manifest) {
        ManifestRules rules = new ManifestRules(folder, manifest);
        rules.common();
        if (manifest instanceof ApiManifest api) {
            rules.api(api);
        } else if (manifest instanceof DatabaseManifest database) {
            new DatabaseRules(database, rules::problem).check();
        } else if (manifest instanceof EventsManifest events) {
            rules.events(events);
        }
        return rules.problems;
    }

    private void common() {
        if (!manifest.channel().equals(folder.name())) {
            problem("channel", "'" + manifest.channel() + "' must equal the folder's name '" + folder.name() + "'");
        }
        manifest.context()
                .forEach(option -> known("context", option, manifest.options().keySet(), "option"));
        List<String> entities =
                Arrays.stream(Entity.values()).map(Entity::entityName).toList();
        manifest.mappedStreams().values().forEach(stream -> {
            known("streams." + stream.stream() + ".entity", stream.entity(), entities, "entity");
            file("streams." + stream.stream() + ".mapping", stream.mapping());
        });
    }

    private void api(ApiManifest api) {
        template("http.base_url", api.http().baseUrl());
        api.http().otherBaseUrls().forEach((name, value) -> template("http.other_base_urls." + name, value));
        api.http().headers().forEach((name, value) -> template("http.headers." + name, value));
        api.http().expectedHeaders().forEach((name, value) -> template("http.expected_headers." + name, value));
        for (int i = 0; i < api.auth().size(); i++) {
            String path = "auth[" + i + "].requires";
            api.auth()
                    .get(i)
                    .requires()
                    .forEach(option -> known(path, option, api.options().keySet(), "option"));
        }
        if (api.check() != null) {
            request("check.request", api.check().request());
            known("check.option", api.check().option(), api.options().keySet(), "option");
        }
        api.streams().forEach((name, stream) -> stream(api, "streams." + name, stream));
        api.writes()
                .forEach((entity, write) -> write.requires()
                        .forEach(option -> known(
                                "writes." + entity + ".requires",
                                option,
                                api.options().keySet(),
                                "option")));
        if (api.webhooks() != null) {
            api.webhooks().topics().forEach((topic, told) -> {
                String path = "webhooks.topics." + topic + ".stream";
                known(path, told.stream(), api.streams().keySet(), "stream");
                StreamSpec stream = api.streams().get(told.stream());
                if (stream != null && stream.told() != (told.id() == null)) {
                    problem(
                            path,
                            "a topic has no 'id' if its stream has neither 'read' nor 'from', and only then: its body is "
                                    + "the record");
                }
                if (stream != null && !stream.told() && !told.deleted() && stream.reread() == null) {
                    problem(
                            path,
                            "stream '" + told.stream() + "' has no 'reread', so a webhook cannot make it read again");
                }
            });
            if (api.webhooks().subscriptions() != null) {
                subscriptions(api.webhooks().subscriptions());
            }
        }
    }

    private void subscriptions(SubscriptionSpec spec) {
        String path = "webhooks.subscriptions";
        request(path + ".list.request", spec.list().request());
        request(path + ".create", spec.create());
        request(path + ".delete", spec.delete());
        if (spec.update() != null) {
            request(path + ".update", spec.update());
        }
        spec.expect().forEach((at, value) -> template(path + ".expect." + at, value));
        if (spec.key() != null) {
            request(path + ".key.request", spec.key().request());
            known(path + ".key.option", spec.key().option(), manifest.options().keySet(), "option");
        }
    }

    private void events(EventsManifest events) {
        events.streams().forEach((name, shape) -> {
            if (!name.matches("[a-z0-9_-]+")) {
                problem("streams." + name, "stands in the path of requests; use small letters, digits, _ and -");
            }
            if (shape.id() == null && shape.time().isEmpty()) {
                problem(
                        "streams." + name + ".id",
                        "missing, and so is 'time': an event that is sent again would count again");
            }
        });
    }

    private void stream(ApiManifest api, String path, StreamSpec stream) {
        if (stream.told()
                && (api.webhooks() == null
                        || api.webhooks().topics().values().stream()
                                .noneMatch(topic -> api.streams().get(topic.stream()) == stream))) {
            problem(path, "a stream has 'read' (own requests), 'from' (inside another stream) or a topic of webhooks");
        }
        stream.requires()
                .forEach(option ->
                        known(path + ".requires", option, api.options().keySet(), "option"));
        stream.unless()
                .forEach(option -> known(path + ".unless", option, api.options().keySet(), "option"));
        if (stream.from() != null) {
            known(path + ".from.stream", stream.from().stream(), api.streams().keySet(), "stream");
        }
        if (stream.read() != null) {
            read(path + ".read", stream.read());
        }
        if (stream.backfill() != null) {
            read(path + ".backfill", stream.backfill());
        }
        if (stream.reread() != null) {
            request(path + ".reread.request", stream.reread().request());
        }
        stream.enrich().forEach(enrich -> request(path + ".enrich." + enrich.into(), enrich.request()));
        stream.lookups().forEach(lookup -> lookup(api, path + ".lookups." + lookup.into(), lookup));
    }

    private void lookup(ApiManifest api, String path, StreamSpec.LookupSpec lookup) {
        known(path + ".stream", lookup.stream(), api.streams().keySet(), "stream");
        StreamSpec other = api.streams().get(lookup.stream());
        if (other != null && other.reread() == null) {
            problem(path + ".stream", "stream '" + lookup.stream() + "' has no 'reread' to find records by id");
        }
    }

    private void read(String path, StreamSpec.ReadSpec read) {
        request(path + ".request", read.request());
        if (read.cursor() instanceof CursorSpec.Feed && read.hook() == null) {
            if (!(read.paging() instanceof PagingSpec.Token token) || token.more() == null) {
                problem(path + ".paging", "a feed needs kind token with 'next' and 'more'");
            }
        }
        if (read.slices() != null) {
            request(path + ".slices.request", read.slices().request());
        }
    }

    private void request(String path, RequestSpec request) {
        if (request.base() != null && manifest instanceof ApiManifest api) {
            known(path + ".base", request.base(), api.http().otherBaseUrls().keySet(), "base URL");
        }
        if (request.query() != null) {
            file(path + ".query", request.query());
            if (manifest instanceof ApiManifest api && api.http().graphqlPath() == null) {
                problem("http.graphql_path", "missing; " + path + " is a GraphQL request");
            }
        } else {
            template(path + ".path", request.path());
        }
        request.params().forEach((name, value) -> template(path + ".params." + name, value));
        request.variables().forEach((name, value) -> template(path + ".variables." + name, value.toString()));
        if (request.body() != null) {
            template(path + ".body", request.body().toString());
        }
        if (request.soap() != null) {
            soap(path + ".soap", request);
        }
    }

    private void soap(String path, RequestSpec request) {
        SoapSpec soap = request.soap();
        if (soap.action() != null) {
            template(path + ".action", soap.action());
        }
        if (soap.option() != null) {
            known(path + ".envelope", soap.option(), manifest.options().keySet(), "option");
            return;
        }
        file(path + ".envelope", soap.envelope());
        folder.find(soap.envelope()).ifPresent(text -> {
            Collection<String> names = new TreeSet<>(manifest.options().keySet());
            names.addAll(request.variables().keySet());
            template(path + ".envelope", text.replace("[]}", "}"), names, "option or variable");
            try {
                XmlTemplate.compile(text);
            } catch (IllegalArgumentException e) {
                problem(path + ".envelope", soap.envelope() + ": " + e.getMessage());
            }
        });
    }

    private void template(String path, String text) {
        template(path, text, manifest.options().keySet(), "option");
    }

    private void template(String path, String text, Collection<String> names, String what) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1).replaceFirst("\\|(quoted|last)$", "");
            if (!RUNTIME.matcher(name).matches()) {
                known(path, name, names, what);
            }
        }
    }

    private void file(String path, String file) {
        if (folder.find(file).isEmpty()) {
            problem(path, "no such file in the folder: " + file);
        }
    }

    private void known(String path, String name, Collection<String> names, String what) {
        known(path, name, names, what, this::problem);
    }

    static void known(
            String path, String name, Collection<String> names, String what, BiConsumer<String, String> problems) {
        if (!names.contains(name)) {
            problems.accept(path, "unknown " + what + " '" + name + "'; " + NearestName.hint(name, names));
        }
    }

    private void problem(String path, String message) {
        problems.add(new Problem("channel.yaml: " + path, message));
    }
}
