using GitOpsTasks.Benchmarks;
using GitOpsTasks.Benchmarks.Build;
using GitOpsTasks.Benchmarks.Bump;
using GitOpsTasks.Benchmarks.Generate;
using GitOpsTasks.Benchmarks.Lint;
using GitOpsTasks.Benchmarks.Promote;
using GitOpsTasks.Benchmarks.Storm;
using GitOpsTasks.Benchmarks.Yaml;

switch (args)
{
    case ["startup"]:
        await StartupBenchmark.RunAsync(Console.Out);
        return 0;
    case ["container"]:
        await ContainerBenchmark.RunAsync(Console.Out, published: null);
        return 0;
    case ["container", var published]:
        await ContainerBenchmark.RunAsync(Console.Out, published);
        return 0;
    case ["storm"]:
        return await StormBenchmark.RunAsync(Console.Out);
    case ["yaml"]:
        return YamlBenchmark.Run(Console.Out, part: null);
    case ["yaml", "throughput" or "growth"]:
        return YamlBenchmark.Run(Console.Out, args[1]);
    case ["bump"]:
        return await BumpBenchmark.RunAsync(Console.Out, part: null);
    case ["bump", "disk" or "tmpfs" or "far" or "growth"]:
        return await BumpBenchmark.RunAsync(Console.Out, args[1]);
    case ["lint"]:
        return await LintBenchmark.RunAsync(Console.Out, part: null);
    case ["lint", "compare" or "growth"]:
        return await LintBenchmark.RunAsync(Console.Out, args[1]);
    case ["build"]:
        return await BuildBenchmark.RunAsync(Console.Out, part: null);
    case ["build", "compare" or "memory"]:
        return await BuildBenchmark.RunAsync(Console.Out, args[1]);
    case ["generate"]:
        return await GenerateBenchmark.RunAsync(Console.Out, part: null);
    case ["generate", "compare" or "growth"]:
        return await GenerateBenchmark.RunAsync(Console.Out, args[1]);
    case ["promote"]:
        return await PromoteBenchmark.RunAsync(Console.Out, part: null);
    case ["promote", "near" or "far"]:
        return await PromoteBenchmark.RunAsync(Console.Out, args[1]);
    default:
        Console.Error.WriteLine(
            "usage: dotnet run -c Release --project tests/GitOpsTasks.Benchmarks -- startup | container [PUBLISHED-FOLDER] | storm | yaml [throughput|growth] | bump [disk|tmpfs|far|growth] | lint [compare|growth] | build [compare|memory] | generate [compare|growth] | promote [near|far]");
        return 2;
}
