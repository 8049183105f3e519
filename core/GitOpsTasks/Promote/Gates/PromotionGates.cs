using GitOpsTasks.Contracts;
using GitOpsTasks.Promote.Gates.Cosign;
using GitOpsTasks.Promote.Gates.Images;
using GitOpsTasks.Promote.Gates.Scans;

namespace GitOpsTasks.Promote.Gates;

/// <summary>The gates there are, in the order they are shown.</summary>
public static class PromotionGates
{
    /// <summary>All of them, for one run; each says nothing where an environment does not ask for it.</summary>
    public static IReadOnlyList<IPromotionGate> All(EngineContext context)
    {
        var registries = new GateRegistries(context);
        return
        [
            new ImageGate(registries),
            new SignatureGate(registries, context),
            new AttestationGate(AttestationKind.Sbom, gates => gates.Sbom, registries, context),
            new AttestationGate(AttestationKind.Provenance, gates => gates.Provenance, registries, context),
            new ScanGate(context),
            new SoakGate(context),
            new StatusGate(context),
            new WindowGate(context),
            new ApprovalGate(context),
        ];
    }
}
