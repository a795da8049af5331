package io.unifiedcommerce.channel.manifest;

import java.time.Duration;
import java.util.Map;

/** Notifications that a platform sends over HTTP. Each is a verified hint: its entity is read again by
 * id. Where nothing can be read again, its body is the record. */
public record WebhookSpec(
        @Setting("how a notification proves its sender") Verification verify,

        @Setting(
                value =
                        "where the body is a form, the field that holds a JSON document; the form's other fields are texts "
                                + "beside it",
                optional = true)
        String form,

        @Setting("where the topic stands: header:<name> or body:<path>")
        String topic,

        @Setting(value = "where the delivery's id stands, likewise", optional = true)
        String delivery,

        @Setting(value = "where the time of what happened stands, likewise", optional = true)
        String at,

        @Setting("what each topic tells, by topic; * stands for any one part between slashes")
        Map<String, Topic> topics,

        @Setting(
                value = "how subscriptions are made and kept by API; they are made by hand when left out",
                optional = true)
        SubscriptionSpec subscriptions) {

    /** Notifications whose body is JSON, and whose subscriptions are made by hand. */
    public WebhookSpec(Verification verify, String topic, String delivery, Map<String, Topic> topics) {
        this(verify, null, topic, delivery, null, topics, null);
    }

    /** What a topic tells. */
    public record Topic(
            @Setting("stream whose record changed, or whose record the body is")
            String stream,

            @Setting(
                    value = "path of the record's id in the body; left out where the body is the record itself",
                    optional = true)
            String id,

            @Setting(value = "path of the slice's id in the body", optional = true)
            String slice,

            @Setting(value = "whether the record is gone", byDefault = "false")
            boolean deleted,

            @Setting(
                    value = "whether it is subscribed to by API; otherwise the platform is told of it elsewhere",
                    byDefault = "true")
            boolean subscribed) {

        /** A topic that is subscribed to by API. */
        public Topic(String stream, String id, String slice, boolean deleted) {
            this(stream, id, slice, deleted, true);
        }
    }

    /** How a notification proves its sender. */
    public sealed interface Verification {

        /** HMAC of the raw body, or of a text and the raw body, in a header. */
        @Kind("hmac")
        record Hmac(
                @Setting("header with the digest") String header,

                @Setting(
                        value = "where the header holds several parts such as signature=x,algorithm=y, the name of the "
                                + "digest's",
                        optional = true)
                String part,

                @Setting("template of the key; several secrets separated by commas are all accepted")
                String secret,

                @Setting(
                        value = "template of what is signed in front of the body, such as ${webhook.public.url}, the "
                                + "address that notifications go to",
                        optional = true)
                String prefix,

                @Setting(value = "hash", byDefault = "sha256")
                Hash hash,

                @Setting(value = "encoding of the digest", byDefault = "base64")
                Encoding encoding,

                @Setting(
                        value =
                                "field of a form whose text may be what is signed, instead of the whole body; for platforms "
                                        + "that do not say which",
                        optional = true)
                String field)
                implements Verification {

            /** A digest of the whole body. */
            public Hmac(String header, String part, String secret, String prefix, Hash hash, Encoding encoding) {
                this(header, part, secret, prefix, hash, encoding, null);
            }
        }

        /**
         * The Standard Webhooks scheme (headers webhook-id, webhook-timestamp, webhook-signature), and a secret header of the
         * user's own that is always required.
         */
        @Kind("standard_webhooks")
        record StandardWebhooks(
                @Setting("template of the signing secret") String secret,

                @Setting("header that carries the user's own secret")
                String secretHeader,

                @Setting("template of that header's value") String secretValue,

                @Setting(value = "oldest accepted timestamp", byDefault = "PT5M")
                Duration tolerance)
                implements Verification {}

        /** Only a secret header of the user's own. */
        @Kind("secret_header")
        record SecretHeader(
                @Setting("header that carries the secret") String header,
                @Setting("template of its value") String value)
                implements Verification {}
    }

    /** Hash of an HMAC. */
    public enum Hash {
        SHA1,
        SHA256
    }

    /** Encoding of a digest. */
    public enum Encoding {
        BASE64,
        HEX,
        /** One of the others, for platforms that do not say which. */
        ANY
    }
}
