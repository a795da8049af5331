package io.unifiedcommerce.flink.inventory.job;

import io.unifiedcommerce.flink.inventory.core.Codec;
import io.unifiedcommerce.flink.inventory.core.Codecs;
import io.unifiedcommerce.flink.inventory.core.Fact;
import io.unifiedcommerce.flink.inventory.core.SkuKey;
import io.unifiedcommerce.model.Entity;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Forms of what flows between the operators. */
final class EventCodecs {

    private static final int ABSENT = -1;

    private EventCodecs() {}

    static final class Incoming implements Codec<IncomingEvent> {

        @Override
        public void write(IncomingEvent event, DataOutput out) throws IOException {
            out.writeUTF(event.entity().entityName());
            out.writeUTF(event.position());
            writeBytes(event.key(), out);
            writeBytes(event.value(), out);
        }

        @Override
        public IncomingEvent read(DataInput in) throws IOException {
            return new IncomingEvent(Entity.ofName(in.readUTF()), in.readUTF(), readBytes(in), readBytes(in));
        }
    }

    static final class Outgoing implements Codec<OutgoingEvent> {

        @Override
        public void write(OutgoingEvent event, DataOutput out) throws IOException {
            out.writeUTF(event.entity().entityName());
            writeBytes(event.key(), out);
            writeBytes(event.value(), out);
            out.writeInt(event.headers().size());
            for (Map.Entry<String, String> header : event.headers().entrySet()) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
        }

        @Override
        public OutgoingEvent read(DataInput in) throws IOException {
            Entity entity = Entity.ofName(in.readUTF());
            byte[] key = readBytes(in);
            byte[] value = readBytes(in);
            Map<String, String> headers = new LinkedHashMap<>();
            for (int i = in.readInt(); i > 0; i--) {
                headers.put(in.readUTF(), in.readUTF());
            }
            return new OutgoingEvent(entity, key, value, headers);
        }
    }

    static final class Letter implements Codec<DeadLetter> {

        private static final Codec<IncomingEvent> EVENT = new Incoming();

        @Override
        public void write(DeadLetter letter, DataOutput out) throws IOException {
            EVENT.write(letter.event(), out);
            out.writeUTF(letter.error());
            out.writeUTF(letter.message());
        }

        @Override
        public DeadLetter read(DataInput in) throws IOException {
            return new DeadLetter(EVENT.read(in), in.readUTF(), in.readUTF());
        }
    }

    static final class OfSku implements Codec<SkuFact> {

        @Override
        public void write(SkuFact fact, DataOutput out) throws IOException {
            out.writeUTF(fact.sku().tenant());
            out.writeUTF(fact.sku().sku());
            Codecs.FACT.write(fact.fact(), out);
        }

        @Override
        public SkuFact read(DataInput in) throws IOException {
            return new SkuFact(new SkuKey(in.readUTF(), in.readUTF()), Codecs.FACT.read(in));
        }
    }

    static final class OfOrder implements Codec<OrderEvent> {

        @Override
        public void write(OrderEvent event, DataOutput out) throws IOException {
            out.writeUTF(event.tenant());
            out.writeUTF(event.order());
            Codecs.ORDER_FACT.write(event.fact(), out);
        }

        @Override
        public OrderEvent read(DataInput in) throws IOException {
            return new OrderEvent(in.readUTF(), in.readUTF(), Codecs.ORDER_FACT.read(in));
        }
    }

    static final class OfRecipes implements Codec<Recipes> {

        @Override
        public void write(Recipes recipes, DataOutput out) throws IOException {
            out.writeInt(recipes.byItem().size());
            for (Fact.KitDefined kit : recipes.byItem().values()) {
                Codecs.FACT.write(kit, out);
            }
        }

        @Override
        public Recipes read(DataInput in) throws IOException {
            SortedMap<String, Fact.KitDefined> byItem = new TreeMap<>();
            for (int i = in.readInt(); i > 0; i--) {
                Fact.KitDefined kit = (Fact.KitDefined) Codecs.FACT.read(in);
                byItem.put(kit.source(), kit);
            }
            return new Recipes(byItem);
        }
    }

    private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
        out.writeInt(bytes == null ? ABSENT : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static byte[] readBytes(DataInput in) throws IOException {
        int length = in.readInt();
        if (length == ABSENT) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
