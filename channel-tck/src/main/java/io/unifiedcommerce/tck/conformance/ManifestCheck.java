package io.unifiedcommerce.tck.conformance;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.unifiedcommerce.channel.manifest.ApiManifest;
import io.unifiedcommerce.channel.manifest.AuthSpec;
import io.unifiedcommerce.channel.manifest.OptionSpec;
import io.unifiedcommerce.channel.manifest.WebhookSpec;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What a manifest must say beyond what its language enforces: documentation, secrecy, capabilities. */
final class ManifestCheck implements Check {
    private static final Set<String> SECRET_WORDS = Set.of("token", "secret", "password", "passphrase");
    private static final Pattern SECRET_KEYS = Pattern.compile(".*(api|access|private|signing)[._-]?key");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    @Override
    public String rule() {
        return "the manifest documents its options, keeps secrets secret and tells what it can do";
    }

    @Override
    public Stream<DynamicTest> tests(Subject subject) {
        Stream<DynamicTest> common = Stream.of(
                dynamicTest("options are documented", () -> documented(subject)),
                dynamicTest("secrets are passwords", () -> secret(subject)));
        Stream<DynamicTest> ofApi = subject.api().stream()
                .flatMap(api -> Stream.of(
                        dynamicTest("credentials come from passwords", () -> credentials(api)),
                        dynamicTest("webhooks are verified and subscribed to", () -> webhooks(api)),
                        dynamicTest("capabilities are told", () -> capabilities(api))));
        return Stream.concat(common, ofApi);
    }

    private static void documented(Subject subject) {
        Findings findings = new Findings();
        subject.manifest().options().forEach((key, option) -> {
            findings.require(isSentence(option.doc()), key + ": 'doc' must be a sentence that ends with a full stop");
            findings.require(
                    key.startsWith(subject.channel() + ".") || key.matches("[a-z0-9-]+\\..+"),
                    key + ": begin the key with a name of the platform and a dot, so that it hides no key of Connect");
        });
        findings.assertNone("Options become the connector's reference.");
    }

    private static void secret(Subject subject) {
        Findings findings = new Findings();
        subject.manifest().options().forEach((key, option) -> {
            boolean password = option.type() == OptionSpec.Type.PASSWORD;
            findings.require(
                    password || !soundsSecret(key), key + ": sounds like a secret, so its type must be password");
            findings.require(
                    !password || option.byDefault() == null, key + ": a password must have no default in the manifest");
            findings.require(
                    !password || !subject.manifest().context().contains(key),
                    key + ": a password must not travel with records; take it out of 'context'");
        });
        findings.assertNone("Only the type password keeps a value out of logs, task names and the REST API.");
    }

    private static boolean soundsSecret(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return Arrays.stream(lower.split("[._-]")).anyMatch(SECRET_WORDS::contains)
                || SECRET_KEYS.matcher(lower).matches();
    }

    private static void credentials(ApiManifest api) {
        Findings findings = new Findings();
        for (int i = 0; i < api.auth().size(); i++) {
            AuthSpec auth = api.auth().get(i);
            Set<String> used = placeholders(auth.toString());
            findings.require(
                    auth instanceof AuthSpec.None || used.stream().anyMatch(option -> isPassword(api, option)),
                    "auth[" + i + "]: uses no option of type password");
        }
        placeholders(api.http().baseUrl()).stream()
                .filter(option -> isPassword(api, option))
                .forEach(option -> findings.add("http.base_url: " + option + " is a secret; addresses are logged"));
        findings.assertNone("Credentials must come from options of type password.");
    }

    /** What is signed in front of a body is known to whoever sends it. */
    private static String secretOf(WebhookSpec.Verification verification) {
        return verification instanceof WebhookSpec.Verification.Hmac hmac ? hmac.secret() : verification.toString();
    }

    private static void webhooks(ApiManifest api) {
        Findings findings = new Findings();
        if (api.webhooks() != null) {
            Set<String> secrets = placeholders(secretOf(api.webhooks().verify()));
            findings.require(!secrets.isEmpty(), "webhooks.verify: uses no option, so anybody could forge a webhook");
            secrets.stream()
                    .filter(option -> !isPassword(api, option))
                    .forEach(option -> findings.add("webhooks.verify: option " + option + " must be a password"));
            findings.require(!api.webhooks().topics().isEmpty(), "webhooks.topics: none; leave out 'webhooks' instead");
            api.webhooks().topics().forEach((topic, told) -> {
                boolean mapped = api.mappedStreams().containsKey(told.stream());
                findings.require(
                        !told.deleted() || mapped,
                        "webhooks.topics." + topic + ": stream " + told.stream()
                                + " is mapped to nothing, so nobody learns that its record is gone");
            });
        }
        boolean managed = api.webhooks() != null && api.webhooks().subscriptions() != null;
        String name = api.webhooks() == null ? "webhooks" : "webhook_subscriptions";
        findings.require(
                managed || api.unsupported().containsKey(name),
                "unsupported." + name + ": missing; tell why there are none that the connector could manage");
        findings.assertNone(
                "A webhook is believed only when it proves its sender, and comes only when somebody asks for it.");
    }

    private static void capabilities(ApiManifest api) {
        Findings findings = new Findings();
        api.unsupported().forEach((name, reason) -> {
            findings.require(isSentence(reason), "unsupported." + name + ": the reason must be a sentence");
            findings.require(
                    !api.streams().containsKey(name) && !isWritten(api, name),
                    "unsupported." + name + ": is declared as a stream or write, too");
        });
        api.streams().forEach((name, stream) -> {
            boolean contains = api.streams().values().stream()
                    .anyMatch(other ->
                            other.from() != null && other.from().stream().equals(name));
            findings.require(
                    stream.entity() != null || contains,
                    "streams." + name + ": is mapped to nothing and contains nothing");
        });
        List<String> modeless = api.writes().entrySet().stream()
                .filter(entry -> entry.getKey().equals("inventory_target")
                        && entry.getValue().modes().isEmpty())
                .map(entry -> "writes." + entry.getKey() + ".modes: tell at least one of delta, cas, set")
                .toList();
        findings.addAll(modeless);
        findings.assertNone("A manifest tells what the platform can do and what not.");
    }

    /** What needs options may be told with the reason for which it is not there without them. */
    private static boolean isWritten(ApiManifest api, String name) {
        return api.writes().containsKey(name)
                && api.writes().get(name).requires().isEmpty();
    }

    private static boolean isSentence(String text) {
        return text != null && text.trim().length() > 2 && text.trim().endsWith(".");
    }

    private static boolean isPassword(ApiManifest api, String option) {
        OptionSpec spec = api.options().get(option);
        return spec != null && spec.type() == OptionSpec.Type.PASSWORD;
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            if (!matcher.group(1).equals("token")) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }
}
