using System.Text;

namespace GitOpsTasks.Init.Writing;

/// <summary>Writes a pipeline for Azure DevOps.</summary>
internal static class AzurePipeline
{
    /// <summary>Where it goes.</summary>
    public const string Path = "azure-pipelines.yml";

    /// <summary>Where it goes where there is another pipeline.</summary>
    public const string PathBeside = "azure-pipelines.gitops.yml";

    /// <summary>What it is known again by, also where people have changed it.</summary>
    public const string Mark = "gitops run";

    /// <summary>The file.</summary>
    public static string Write(Proposal proposal)
    {
        var text = new StringBuilder($"""
            # Checks every pull request, and runs the chain of gitops.yaml for '{proposal.Branch}' and for tags of versions.
            # In Azure Repos pull requests are built where a branch policy says so; 'pr' is for other hosts.
            trigger:
              branches:
                include: ['{proposal.Branch}']
              tags:
                include: ['v*']
            pr:
              branches:
                include: ['*']
            variables:
              # Set it to the package that you publish the command in.
              gitopsPackage: gitops-tasks
            pool:
              vmImage: ubuntu-latest
            stages:
              - stage: check
                jobs:
                  - job: check
                    timeoutInMinutes: 10
                    steps:
                      - checkout: self
                        persistCredentials: false

            """).Append(Install);
        foreach (var (@out, specs) in proposal.Generated.Where(generated => SafePath.Is(generated.Out) && generated.Specs.All(SafePath.Is)))
        {
            text.Append("          # Fails where somebody changed a spec and did not generate. A change by hand may stay.\n");
            text.Append($"          - script: >-\n              gitops generate\n{Lines(specs)}              --out '{@out}' --check\n            displayName: Check what is generated\n");
        }

        text.Append(proposal.Checked.Count == 0
            ? "          - script: gitops lint\n"
            : $"          - script: >-\n              gitops lint\n{Lines(proposal.Checked)}");
        text.Append("            displayName: Check manifests\n");
        return text.Append(Deliver(proposal)).ToString();
    }

    private const string Install = """
                      - task: UseDotNet@2
                        inputs:
                          packageType: sdk
                          version: 10.x
                      - script: dotnet tool install --global "$(gitopsPackage)"
                        displayName: Install gitops

            """;

    private static string Deliver(Proposal proposal)
    {
        var text = new StringBuilder($"""
              - stage: deliver
                dependsOn: check
                # One at a time: who pushes meanwhile waits.
                lockBehavior: sequential
                condition: and(succeeded(), ne(variables['Build.Reason'], 'PullRequest'), or(eq(variables['Build.SourceBranch'], 'refs/heads/{proposal.Branch}'), startsWith(variables['Build.SourceBranch'], 'refs/tags/v')))
                jobs:
                  - job: deliver
                    timeoutInMinutes: 60
                    steps:
                      - checkout: self
                        # History and tags name the images.
                        fetchDepth: 0
                        persistCredentials: false

            """).Append(Install);
        text.Append($"          - script: {Mark}\n            displayName: Run the chain of gitops.yaml\n            env:\n              # The build's account has to be allowed to contribute to the repository.\n              GITOPS_TOKEN: $(System.AccessToken)\n");
        if (proposal.Builds)
            text.Append("              # Set both as variables of the pipeline, the second as a secret: an account that may push to the registry.\n              GITOPS_REGISTRY_USERNAME: $(registryUsername)\n              GITOPS_REGISTRY_PASSWORD: $(registryPassword)\n");
        return text.ToString();
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"              {line}\n"));
}
