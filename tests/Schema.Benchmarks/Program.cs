using System.Globalization;
using Schema.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !cancel.IsCancellationRequested;
    cancel.Cancel();
};

Benchmark[] benchmarks =
[
    new PeopleBenchmark(),
    new GrowthBenchmark(),
    new SeedBenchmark(),
    new StatusBenchmark(),
    new TransferBenchmark(),
    new SchoolBenchmark(),
];

if (ChildRun.IsOne(args))
    return await ChildRun.Run(benchmarks, args, cancel.Token);

if (Choices.Parse(args, benchmarks) is not { } choices)
    return 2;

await Session.Run(choices, cancel.Token);
return 0;
