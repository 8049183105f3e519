using System.Text;

namespace GitOpsTasks.Init.Writing;

/// <summary>Writes a workflow for GitHub Actions.</summary>
internal static class GitHubWorkflow
{
    /// <summary>Where it goes.</summary>
    public const string Path = ".github/workflows/gitops.yml";

    /// <summary>The file.</summary>
    public static string Write(Proposal proposal)
    {
        var text = new StringBuilder($"""
            # Checks every pull request, and runs the chain of gitops.yaml for '{proposal.Branch}' and for tags of versions.
            # Set OWNER to whoever publishes the actions, here and below; or take the repository that you publish them in.
            name: gitops
            on:
              pull_request:
              push:
                branches: ['{proposal.Branch}']
                tags: ['v*']
            permissions:
              contents: read
            jobs:
              check:
                runs-on: ubuntu-latest
                timeout-minutes: 10
                steps:
                  - uses: actions/checkout@v4
                    with:
                      persist-credentials: false

            """);
        foreach (var (@out, specs) in proposal.Generated.Where(generated => SafePath.Is(generated.Out) && generated.Specs.All(SafePath.Is)))
        {
            text.Append("      # Fails where somebody changed a spec and did not generate. A change by hand may stay.\n");
            text.Append($"      - uses: OWNER/gitops-tasks/actions/generate@v0\n        with:\n          spec: |\n{Lines(specs)}          out: '{@out}'\n          check: 'true'\n");
        }

        text.Append("      - uses: OWNER/gitops-tasks/actions/lint@v0\n");
        if (proposal.Checked.Count > 0)
            text.Append($"        with:\n          path: |\n{Lines(proposal.Checked)}");
        return text.Append(Deliver(proposal)).ToString();
    }

    private static string Deliver(Proposal proposal)
    {
        var text = new StringBuilder("""
              deliver:
                if: github.event_name == 'push'
                needs: check
                runs-on: ubuntu-latest
                timeout-minutes: 60
                # One at a time: who pushes meanwhile waits.
                concurrency:
                  group: gitops-deliver
                  cancel-in-progress: false
                permissions:
                  contents: write
                  pull-requests: write

            """);
        text.Append(proposal.UsesGitHubPackages ? "      packages: write\n" : "");
        text.Append("    steps:\n      - uses: actions/checkout@v4\n        with:\n          # History and tags name the images.\n          fetch-depth: 0\n          persist-credentials: false\n");
        if (proposal.NeedsSdk)
        {
            text.Append("""
                      # Images are built of .NET projects, which takes an SDK: the command runs beside it, not in the container of the action.
                      - uses: actions/setup-dotnet@v4
                        with:
                          dotnet-version: 10.0.x
                      # Set the package to the one that you publish the command in.
                      - run: dotnet tool install --global gitops-tasks
                      - run: gitops run

                """);
        }
        else
        {
            text.Append("      - uses: OWNER/gitops-tasks@v0\n");
        }

        text.Append("        env:\n          GITOPS_TOKEN: ${{ secrets.GITHUB_TOKEN }}\n");
        if (proposal.UsesGitHubPackages)
            text.Append("          GITOPS_REGISTRY_USERNAME: ${{ github.actor }}\n          GITOPS_REGISTRY_PASSWORD: ${{ secrets.GITHUB_TOKEN }}\n");
        else if (proposal.Builds)
            text.Append("          # Set both in the secrets of the repository: an account that may push to the registry.\n          GITOPS_REGISTRY_USERNAME: ${{ secrets.REGISTRY_USERNAME }}\n          GITOPS_REGISTRY_PASSWORD: ${{ secrets.REGISTRY_PASSWORD }}\n");
        return text.ToString();
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"            {line}\n"));
}
