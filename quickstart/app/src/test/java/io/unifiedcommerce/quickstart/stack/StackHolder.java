package io.unifiedcommerce.quickstart.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A parent to be killed: starts a stack, prints the process ids of its children and waits for its end. */
final class StackHolder {

    private StackHolder() {}

    public static void main(String[] args) {
        Stack stack = Stack.start(Runtimes.under(Path.of(args[0])), Path.of(args[1]));
        ConnectWorker worker = stack.startWorker(List.of(), Map.of());
        System.out.println(stack.broker().pid());
        System.out.println(worker.pid());
        System.out.println(stack.till().pid());
        System.out.println();
        while (true) {
            LockSupport.park();
        }
    }
}
