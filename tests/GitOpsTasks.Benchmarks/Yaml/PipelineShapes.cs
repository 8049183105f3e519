namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>Workflows of CI systems, and objects written as JSON.</summary>
internal static class PipelineShapes
{
    public static string Workflow(Dice dice) =>
        $$$"""
        name: {{{dice.Noun()}}}
        on:
          push: {branches: [main, 'release/**'], paths-ignore: ["**.md"]}
        permissions:
          contents: read
        jobs:
          build:
            runs-on: ${{ matrix.os }}
            strategy:
              matrix: {os: [ubuntu-24.04, windows-2025], dotnet: ['9.0.x', "10.0.x"]}
            steps:
              - uses: actions/checkout@{{{dice.Hash()[..40]}}}  # v4
        {{{dice.Repeat(1, 4, i => $"      - name: Step {i}\n        if: ${{{{ github.ref == 'refs/heads/main' }}}}\n        run: |\n          dotnet test -c Release \\\n            --logger trx\n          echo done\n")}}}
        """ + "\n";

    public static string Json(Dice dice) =>
        $$"""
        {
          "apiVersion": "v1",
          "kind": "List",
          "items": [
        {{dice.Repeat(1, 5, _ => $"    {{\"metadata\": {{\"name\": \"{dice.Name()}\", \"labels\": {{\"app\": \"{dice.Noun()}\"}}}}, \"spec\": {{\"replicas\": {dice.Number(1, 9)}, \"paused\": false}}}},\n")}}
            {"metadata": null}
          ]
        }
        """ + "\n";
}
